package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.edit.FormTexts;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingPagesTests {

    private static final String COUNTY = "640106";
    private static final Map<String, String> CONFIRMED = Map.of("confirmed", "true", "signedName", "马建国");

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Filings filings;
    @Autowired
    DraftEditing editing;
    @Autowired
    TestClock clock;

    private Enterprise firm;
    private Site site;

    @BeforeEach
    void aFirm() {
        firm = firms.complete("宁夏填报有限公司");
        site = firms.site(firm, COUNTY);
    }

    @Test
    void aFirmGoesFromHomeToTheReceiptOfACommitmentWithoutAScript() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        assertThat(page("/my").select(".measure a[href^=/my/filings/new]").text()).isEqualTo("开始备案");
        assertThat(page("/my/filings/new").select("input[name=kind]").eachAttr("value")).containsExactly("COMMITMENT", "CHECKLIST");
        var root = sent("/my/drafts", Map.of("site", site.id().toString(), "kind", "COMMITMENT"));
        assertThat(page(root).select("ol.tasks li").eachText()).hasSize(5);

        var plan = form(page(root + "/plan"));
        assertThat(plan).containsEntry("responsible", "王芳").containsEntry("phone", "0951-6012345").containsEntry("totalStaff", "60");
        plan.putAll(Map.of("start", today().plusDays(1).toString(), "plannedStaff", "40", "fromOutside", "3", "fromHighRisk", "0"));
        assertThat(sent(root + "/plan", plan)).isEqualTo(root + "/facts");

        var facts = page(root + "/facts");
        assertThat(facts.select("[name=planned_staff], [name=industry], [name=size]")).isEmpty();
        var stated = new LinkedHashMap<String, String>();
        facts.select("input[type=radio][value=false]").forEach(no -> stated.put(no.attr("name"), "false"));
        facts.select("input[type=text]").forEach(number -> stated.put(number.attr("name"), "40"));
        assertThat(sent(root + "/facts", stated)).isEqualTo(root + "/commitment");

        var letter = page(root + "/commitment");
        var promised = form(letter);
        letter.select("section.promise").forEach(item -> item.select("input[type=checkbox], input[type=radio]").stream().findFirst()
                .ifPresent(box -> promised.put(box.attr("name"), box.attr("value"))));
        promised.put("signedRole", "法定代表人");
        assertThat(sent(root + "/commitment", promised)).isEqualTo(root + "/check");

        var check = page(root + "/check");
        assertThat(check.select("form[action$=submission] button").text()).isEqualTo("提交承诺");
        assertThat(check.select(".notice, .error-summary").text()).isEmpty();
        assertThat(check.select(".letter").text()).contains("复工复产告知承诺书", "宁夏填报有限公司");
        send(root + "/submission", Map.of("password", "not the password")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("密码不对")));
        var receipt = sent(root + "/submission", Map.of("password", Firms.PASSWORD));
        assertThat(receipt).matches("/my/filings/640106-\\d{6}-\\d{5,}-\\d");
        assertThat(sent(root + "/submission", Map.of("password", Firms.PASSWORD))).isEqualTo(receipt);
        assertThat(sent(root + "/plan", plan)).isEqualTo(receipt);
        mvc.perform(get(root).with(Session.as(Firms.actor(firm)))).andExpect(redirectedUrl(receipt));

        var page = page(receipt);
        assertThat(page.select("h1").text()).startsWith("备案回执 640106-");
        assertThat(page.select(".tag").first().text()).isEqualTo("已备案，可以复工");
        assertThat(page.select("svg.qr path").attr("d")).startsWith("M4 4h7");
        assertThat(page.text()).contains("现在就可以复工", "96168", "原文校验值").doesNotContain("??");
        assertThat(page("/my").select(".measure .tasks a[href=" + receipt + "]")).hasSize(1);
        assertThat(page("/my/filings/new").select("a.btn").attr("href")).isEqualTo(receipt);
    }

    @Test
    void atLowRiskNothingIsNeededAndANoticeIsOffered() throws Exception {
        filed.level(COUNTY, RiskLevel.LOW);
        assertThat(page("/my").text()).contains("现在就可以开工，不需要任何手续");
        assertThat(page("/my/filings/new").text()).contains("不需要审批，也不需要备案", "自愿");
        var root = sent("/my/drafts", Map.of("site", site.id().toString()));
        assertThat(page(root + "/plan").select("[name=fromOutside]")).isEmpty();
        assertThat(sent(root + "/plan", Map.of("start", today().toString(), "plannedStaff", "40"))).isEqualTo(root + "/check");
        var receipt = sent(root + "/submission", Map.of());
        assertThat(page(receipt).select(".tag").first().text()).isEqualTo("已报送，可以开工");
    }

    @Test
    void theCommitmentPageListsWhatAppliesAsPromisesAndSaysHowMuchDoesNot() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var draft = filed.complete(firm, site, FilingKind.COMMITMENT);
        var page = page("/my/drafts/" + draft.id() + "/commitment");
        assertThat(page.select("section.promise p.fw-semibold").eachText()).hasSizeGreaterThan(30)
                .allMatch(text -> text.matches("[A-F]\\d\\d .*"))
                .contains("C01 口罩储备满足周转天数，不少于 240 只（40 人 × 每人每日 2 只 × 3 天）")
                .noneMatch(text -> text.startsWith("C07") || text.startsWith("F02"));
        assertThat(page.text()).contains("不适用于本单位的 9 项条件没有列出");
        editing.facts(Firms.actor(firm), draft.id(), SeenVersions.LATEST, known -> Map.of("has_dormitory", true));
        assertThat(page("/my/drafts/" + draft.id() + "/commitment").select("section.promise p.fw-semibold").eachText())
                .contains("C07 集体宿舍每间人数，不超过 6 人/间");
    }

    @Test
    void anUnmetConditionIsNamedWithWhatWouldMeetIt() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        assertThat(sent(root + "/conditions/C", Map.of("C01", "100", "back", "check"))).isEqualTo(root + "/check");
        var section = page(root + "/conditions/C").select("#c-C01");
        assertThat(section.select(".tag").text()).isEqualTo("不符合");
        assertThat(section.select(".verdict").text()).contains("需要 240 只", "现有 100 只", "还差 140 只");
        var refused = Jsoup.parse(send(root + "/submission", CONFIRMED).andExpect(status().isUnprocessableContent()).andReturn()
                .getResponse().getContentAsString());
        var link = refused.select(".error-summary a");
        assertThat(link.text()).contains("C01", "还差 140 只");
        assertThat(link.attr("href")).isEqualTo(root + "/conditions/C?back=check#c-C01");
    }

    @Test
    void anOwedConditionIsListedWithItsDay() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        sent(root + "/conditions/A", Map.of("A03", "false", "_A03-owed", "1", "A03-owed", "true"));
        var receipt = page(sent(root + "/submission", CONFIRMED));
        assertThat(receipt.select(".facts .tag-owed").text()).isEqualTo("1 项");
        assertThat(receipt.text()).contains("突发疫情应急处置预案", "容缺");
    }

    @Test
    void aChecklistIsSubmittedOnlyOnceSomebodyConfirmsIt() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        assertThat(rejected(root + "/submission", Map.of("signedName", " ")).select(".error-summary a").eachAttr("href"))
                .containsExactly("#confirmed", "#signedName");
        assertThat(draft().state()).isEqualTo(FilingState.DRAFT);
        var receipt = sent(root + "/submission", Map.of("confirmed", "true", "signedName", "马小红"));
        assertThat(page(receipt).select(".facts").text()).contains("马小红", site.name(), site.address());
    }

    @Test
    void whatOnlyAFormIsSentToLeadsBackToItsPage() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.COMMITMENT);
        mvc.perform(get(root + "/submission").with(Session.as(Firms.actor(firm)))).andExpect(redirectedUrl(root + "/check"));
        for (var path : new String[]{"/kind", "/acknowledgement", "/deletion"}) {
            mvc.perform(get(root + path).with(Session.as(Firms.actor(firm)))).andExpect(redirectedUrl(root));
        }
        mvc.perform(get("/my/drafts").with(Session.as(Firms.actor(firm)))).andExpect(redirectedUrl("/my/filings/new"));
        assertThat(rejected(root + "/submission", Map.of("password", "")).select(".error-summary a").text()).contains("请输入登录密码");
    }

    @Test
    void whatIsChangedFromTheCheckLeadsBackToItsRow() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        var check = page(root + "/check");
        assertThat(check.select("#r-C01 a").attr("href")).isEqualTo(root + "/conditions/C?back=check.C01#c-C01");
        assertThat(check.select("#r-plannedStaff").text()).contains("40 人");
        assertThat(sent(root + "/conditions/C", Map.of("C01", "600", "back", "check.C01"))).isEqualTo(root + "/check#r-C01");
        assertThat(sent(root + "/plan", Map.of("back", "check://elsewhere"))).isEqualTo(root + "/facts");
        var enterprise = check.select("a[href^=/my/enterprise?back]").attr("href");
        assertThat(sent("/my/enterprise", profile(page(enterprise)))).isEqualTo(root + "/check");
        var place = check.select("a[href^=/my/enterprise/sites/]").attr("href");
        var fields = form(page(place));
        fields.put("county", COUNTY);
        assertThat(sent("/my/enterprise/sites/" + site.id(), fields)).isEqualTo(root + "/check");
    }

    @Test
    void theRosterCannotShrinkBelowTheDeclarations() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.COMMITMENT);
        assertThat(rejected(root + "/facts", Map.of("roster_count", "30", "roster_declared", "40")).select(".error-summary a").attr("href"))
                .isEqualTo("#roster_count");
        rejected(root + "/facts", Map.of("roster_count", "30"));
        assertThat(draft().facts()).containsEntry("roster_count", 40.0);
        sent(root + "/facts", Map.of("roster_count", "50", "roster_declared", "45"));
        assertThat(draft().facts()).containsEntry("roster_count", 50.0).containsEntry("roster_declared", 45.0);
    }

    @Test
    void aFieldIsSavedByItselfAndTheRestStays() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        var page = Jsoup.parse(mvc.perform(post(root + "/conditions/C").header("Autosave", "true").param("C01", "150")
                .param("seen.C01", seen(root + "/conditions/C").get("seen.C01")).with(csrf())
                .with(Session.as(Firms.actor(firm)))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(page.select("#v-C01").text()).contains("还差 90 只");
        assertThat(page.select("#saved").text()).matches("已保存 \\d\\d:\\d\\d");
        assertThat(page.select("#C02").val()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"seen.start, 999999.0", "seen.start, x", "roster_count, 40", "seen.roster_count, 0.0"})
    void aVersionFromTheFutureOrAFieldOfAnotherPageIsRefusedAndNothingIsStored(String field, String value) throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        send(root + "/plan", Map.of("responsible", "李四", field, value)).andExpect(status().isConflict());
        assertThat(draft().plan().responsible()).isEqualTo("王芳");
    }

    @Test
    void aTabOfADraftThatWasSubmittedMeanwhileIsToldAndLeadsToTheReceipt() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        var receipt = sent(root + "/submission", CONFIRMED);
        var told = Jsoup.parse(mvc.perform(post(root + "/plan").header("Autosave", "true").param("responsible", "李四").with(csrf())
                .with(Session.as(Firms.actor(firm)))).andExpect(status().isConflict()).andReturn().getResponse().getContentAsString());
        assertThat(told.text()).contains("已经提交", "没有保存");
        assertThat(told.select("#saved-state a").attr("href")).isEqualTo(receipt);
        send(root + "/plan", Map.of("responsible", "李四")).andExpect(redirectedUrl(receipt)).andExpect(flash().attribute("late", true));
    }

    @Test
    void aFieldThatSomebodyElseHasChangedSinceIsToldWithWhatStandsThere() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        var old = seen(root + "/plan");
        sent(root + "/plan", Map.of("responsible", "李四", "batches", "3"));
        var told = Jsoup.parse(mvc
                .perform(post(root + "/plan").param("responsible", "马六").param("seen.responsible", old.get("seen.responsible"))
                        .param("batches", "2").param("seen.batches", old.get("seen.batches"))
                        .param("plannedStaff", "39").param("seen.plannedStaff", old.get("seen.plannedStaff")).with(csrf())
                        .with(Session.as(Firms.actor(firm))))
                .andExpect(status().isUnprocessableContent()).andReturn().getResponse()
                .getContentAsString());
        assertThat(told.select("#m-responsible").text()).contains(firm.name(), "存为“李四”");
        assertThat(told.select("#responsible").val()).isEqualTo("马六");
        assertThat(draft().plan().responsible()).isEqualTo("李四");
        assertThat(draft().plan().plannedStaff()).isEqualTo(39);
        // it came back as the older page had shown it, so it was not changed here
        assertThat(draft().plan().batches()).isEqualTo(3);
    }

    @Test
    void aDraftThatIsSavedWithoutEndIsToldToWait() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        for (int save = 0; save < SaveLimit.A_MINUTE; save++) {
            mvc.perform(post(root + "/plan").header("Autosave", "true").param("seen.start", "x").with(csrf())
                    .with(Session.as(Firms.actor(firm)))).andExpect(status().isConflict());
        }
        send(root + "/plan", Map.of("responsible", "李四")).andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "60"));
        assertThat(draft().plan().responsible()).isEqualTo("王芳");
        clock.advance(java.time.Duration.ofMinutes(2));
        try {
            sent(root + "/plan", Map.of("responsible", "李四"));
        } finally {
            clock.reset();
        }
    }

    @Test
    void nobodyUsesUpTheSavesOfAnotherFirm() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        var other = Firms.actor(firms.complete("宁夏旁人有限公司"));
        for (int save = 0; save < SaveLimit.A_MINUTE; save++) {
            mvc.perform(post(root + "/plan").header("Autosave", "true").with(csrf()).with(Session.as(other)))
                    .andExpect(status().isNotFound());
        }
        sent(root + "/plan", Map.of("responsible", "李四"));
        assertThat(draft().plan().responsible()).isEqualTo("李四");
    }

    @Test
    void aPhoneIsKeptInOneFormAndShownAsPeopleWriteIt() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        sent(root + "/plan", Map.of("phone", "86 139 1234 5678"));
        assertThat(draft().plan().phone()).isEqualTo("13912345678");
        var page = mvc.perform(get(root + "/plan").with(Session.as(Firms.actor(firm)))).andReturn().getResponse().getContentAsString();
        assertThat(Jsoup.parse(page).select("#phone").val()).isEqualTo("139 1234 5678");
    }

    @Test
    void savingTheSameAgainChangesNothing() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        sent(root + "/conditions/C", Map.of("C01", "150"));
        var before = draft().updatedAt();
        clock.advance(java.time.Duration.ofMinutes(5));
        try {
            sent(root + "/conditions/C", Map.of("C01", "150"));
        } finally {
            clock.reset();
        }
        assertThat(draft().updatedAt()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"plannedStaff|61|不能多于企业总人数 60 人", "plannedStaff|四十|拟复工人数应为", "plannedStaff|-1|拟复工人数应为",
            "plannedStaff|1.5|拟复工人数应为", "fromOutside|41|不能多于拟复工人数 40 人", "fromHighRisk|41|不能多于拟复工人数 40 人", "start|2020-01-01|不能早于今天",
            "start|2020-02-30|开工日期不对", "start|soon|开工日期不对", "phone|12|24 小时联系电话不对", "fullProduction|2001-01-01|不能早于开工日期",
            "start|2999-01-01|开工日期：日期太远，最晚可填 2099-12-31", "start|1999-01-01|不能早于今天", "start|29990-01-01|最晚可填 2099-12-31",
            "fullProduction|2999-01-01|预计全面达产日期：日期太远，最晚可填 2099-12-31"})
    void whatIsImpossibleIsRejectedKeptOnThePageAndNotSaved(String field, String typed, String told) throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.COMMITMENT);
        var before = draft().plan();
        var page = rejected(root + "/plan", Map.of(field, typed, "responsible", "李四"));
        assertThat(page.select(".error-summary a[href=#" + field + "]").text()).contains(told);
        assertThat(page.select("#" + field).val()).isEqualTo(typed);
        assertThat(draft().plan().responsible()).isEqualTo("李四");
        assertThat(PlanForm.of(draft().plan()))
                .isEqualTo(FormTexts.over(new PlanForm(null, null, null, null, null, null, null, "李四", null), PlanForm.of(before)));
    }

    @ParameterizedTest
    @CsvSource({"A01,perhaps", "A05,12", "B05,hot", "B05,-1", "B05,1000", "E01,1000", "C01,1e5", "C01,many", "F01,2020-13-01",
            "F01,yesterday", "F01,2999-01-01", "F01,1999-12-31"})
    void anImpossibleAnswerIsRejected(String code, String typed) throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.CHECKLIST);
        var before = draft().answer(code);
        var page = rejected(root + "/conditions/" + code.charAt(0), Map.of(code, typed));
        assertThat(page.select(".error-summary a[href=#" + code + "]")).hasSize(1);
        assertThat(draft().answer(code)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"entrances,two", "entrances,-2", "has_canteen,maybe", "roster_declared,41"})
    void anImpossibleFactIsRejected(String fact, String typed) throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.COMMITMENT);
        var before = draft().facts();
        assertThat(rejected(root + "/facts", Map.of(fact, typed)).select(".error-summary a").attr("href")).isEqualTo("#" + fact);
        assertThat(draft().facts()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u202e", "a\u0007b", "\ud800", "\uffff"})
    void oddTextIsRejectedWithAPage(String odd) throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        oddText(odd);
    }

    @Test
    void whatCannotBeSeenIsNothing() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.COMMITMENT);
        sent(root + "/commitment", Map.of("signedName", "\u200b", "signedRole", "\u2060"));
        sent(root + "/plan", Map.of("responsible", "\u200b\u3000"));
        assertThat(
                rejected(root + "/submission", Map.of("password", Firms.PASSWORD)).select(".error-summary a").eachAttr("href").toString())
                .contains("#responsible", "#signedName", "#signedRole");
        assertThat(draft().signedName()).isEmpty();
        assertThat(new ListedFieldReading("answers").read("A01", "\u200b", "A01", ListedFieldReading.Type.TEXT)).contains(Optional.empty());
    }

    @Test
    void longTextIsRejectedWithAPage() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        oddText("长".repeat(10_000));
    }

    private void oddText(String odd) throws Exception {
        var root = root(FilingKind.COMMITMENT);
        for (var field : PlanForm.class.getRecordComponents()) {
            rejected(root + "/plan", Map.of(field.getName(), odd));
        }
        rejected(root + "/facts", Map.of("entrances", odd));
        rejected(root + "/commitment", Map.of("signedName", odd));
        sent(root + "/commitment", Map.of("A01", odd));
        assertThat(draft().answer("A01").confirmed()).hasSize(16);
        rejected(root + "/submission", Map.of("password", odd));
        sent(root + "/kind", Map.of("kind", "CHECKLIST"));
        rejected(root + "/conditions/A", Map.of("A05", odd));
        rejected("/my/drafts", Map.of("site", site.id().toString(), "kind", odd));
        mvc.perform(post("/my/drafts").param("site", odd).with(csrf()).with(Session.as(Firms.actor(firm))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/receipts").param("q", "x" + odd)).andExpect(status().isNotFound());
    }

    @Test
    void anotherFirmFindsNothing() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var other = firms.complete("宁夏别家有限公司");
        firms.site(other, COUNTY);
        var root = root(FilingKind.CHECKLIST);
        for (var path : new String[]{"", "/plan", "/facts", "/conditions/A", "/check"}) {
            mvc.perform(get(root + path).with(Session.as(Firms.actor(other)))).andExpect(status().isNotFound());
        }
        for (var path : new String[]{"/plan", "/facts", "/conditions/A", "/submission", "/deletion", "/kind", "/acknowledgement"}) {
            mvc.perform(post(root + path).with(csrf()).with(Session.as(Firms.actor(other)))).andExpect(status().isNotFound());
        }
        var no = sent(root + "/submission", CONFIRMED).substring("/my/filings/".length());
        mvc.perform(get("/my/filings/" + no).with(Session.as(Firms.actor(other)))).andExpect(status().isNotFound());
        mvc.perform(post("/my/filings/" + no + "/withdrawal").with(csrf()).with(Session.as(Firms.actor(other))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/my/filings/new").param("site", site.id().toString()).with(Session.as(Firms.actor(other))))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my/drafts/0", "/my/drafts/x", "/my/drafts/99999999999999999999", "/my/filings/1-2-3",
            "/my/filings/640106-200101-00001-1"})
    void whatDoesNotExistIsNotFound(String path) throws Exception {
        mvc.perform(get(path).with(Session.as(Firms.actor(firm)))).andExpect(status().isNotFound());
    }

    @Test
    void aDraftBegunUnderAnotherLevelShowsWhatChanged() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.COMMITMENT);
        filed.level(COUNTY, RiskLevel.HIGH);
        var tasks = page(root);
        assertThat(tasks.select(".notice").text()).contains("由中风险调整为高风险", "不再办理“告知承诺”");
        assertThat(tasks.select("button[value=APPLICATION]")).hasSize(1);
        rejected(root + "/submission", Map.of("password", Firms.PASSWORD));
        sent(root + "/kind", Map.of("kind", "COMMITMENT"));
        assertThat(draft().kind()).isEqualTo(FilingKind.COMMITMENT);
        sent(root + "/kind", Map.of("kind", "APPLICATION"));
        assertThat(page(root).select(".notice")).isEmpty();
        assertThat(draft().plan().plannedStaff()).isEqualTo(40);
    }

    @Test
    void aDeletedDraftIsGoneAndLeavesItsTrace() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.COMMITMENT);
        assertThat(sent(root + "/deletion", Map.of())).isEqualTo("/my");
        mvc.perform(get(root).with(Session.as(Firms.actor(firm)))).andExpect(status().isNotFound());
        mvc.perform(post(root + "/deletion").with(csrf()).with(Session.as(Firms.actor(firm)))).andExpect(status().isNotFound());
    }

    @Test
    void aWithdrawnFilingCanBeFiledAnew() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var filing = filed.submitted(firm, site, FilingKind.CHECKLIST);
        assertThat(sent("/my/filings/" + filing.no() + "/withdrawal", Map.of())).isEqualTo("/my/filings/" + filing.no());
        assertThat(sent("/my/filings/" + filing.no() + "/withdrawal", Map.of())).isEqualTo("/my/filings/" + filing.no());
        assertThat(page("/my/filings/" + filing.no()).text()).contains("已撤回", "重新办理");
        assertThat(sent("/my/drafts", Map.of("site", site.id().toString(), "kind", "CHECKLIST"))).startsWith("/my/drafts/");
    }

    @ParameterizedTest
    @EnumSource(FilingKind.class)
    void everyPageIsCompleteInEnglishToo(FilingKind kind) throws Exception {
        filed.level(COUNTY, kind == FilingKind.NOTICE ? RiskLevel.LOW : kind == FilingKind.APPLICATION ? RiskLevel.HIGH : RiskLevel.MEDIUM);
        var root = root(kind);
        var paths = new java.util.ArrayList<>(java.util.List.of("/my", "/my/filings/new", root, root + "/plan", root + "/check"));
        page(root).select("ol.tasks a").eachAttr("href").forEach(paths::add);
        editing.answers(Firms.actor(firm), Long.parseLong(root.substring(11)), SeenVersions.LATEST,
                Map.of("A03", answer -> Answer.of(false).owed(true)));
        for (var path : paths) {
            var text = page(path + "?lang=en").select("main").text();
            assertThat(text).as(path).doesNotContain("??").doesNotContain("{0}");
        }
        var receipt = sent(root + "/submission", kind == FilingKind.COMMITMENT ? Map.of("password", Firms.PASSWORD) : CONFIRMED);
        assertThat(page(receipt + "?lang=en").text()).doesNotContain("??").contains("What happens next");
        assertThat(filings.findByNo(receipt.substring(12)).orElseThrow().state()).isEqualTo(kind.submitted());
    }

    private String root(FilingKind kind) {
        return DraftPages.root(filed.complete(firm, site, kind).id());
    }

    private Filing draft() {
        return filings.findBySiteIdAndState(site.id(), FilingState.DRAFT).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(Session.as(Firms.actor(firm)))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString());
    }

    private Document rejected(String path, Map<String, String> fields) throws Exception {
        return Jsoup.parse(send(path, fields).andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString());
    }

    /** Where a form that is in order leads to. */
    private String sent(String path, Map<String, String> fields) throws Exception {
        return send(path, fields).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
    }

    private ResultActions send(String path, Map<String, String> fields) throws Exception {
        var request = post(path).with(csrf()).with(Session.as(Firms.actor(firm)));
        fields.forEach(request::param);
        seen(path).forEach((token, version) -> {
            if (fields.containsKey(token.substring("seen.".length()))) {
                request.param(token, version);
            }
        });
        return mvc.perform(request);
    }

    /** The versions of all fields that the page of a form shows now; none where the address has no page of its own. */
    private Map<String, String> seen(String path) throws Exception {
        var page = mvc.perform(get(path).with(Session.as(Firms.actor(firm)))).andReturn().getResponse();
        var versions = new LinkedHashMap<String, String>();
        Jsoup.parse(page.getContentAsString()).select("[data-autosave] input[name^=seen.]")
                .forEach(token -> versions.put(token.attr("name"), token.val()));
        return versions;
    }

    private static Map<String, String> profile(Document page) {
        var fields = form(page);
        page.select("main form").first().select("select option[selected]")
                .forEach(option -> fields.put(option.parents().select("select").attr("name"), option.val()));
        return fields;
    }

    /** What a browser would send of a page's form as it stands. */
    private static Map<String, String> form(Document page) {
        var fields = new LinkedHashMap<String, String>();
        page.select("main form").first().select("input[type=text], input[type=hidden], input[type=date], input[checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.keySet().removeIf(name -> name.equals("_csrf") || name.startsWith("seen."));
        return fields;
    }
}
