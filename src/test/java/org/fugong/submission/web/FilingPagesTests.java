package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.Map;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingPagesTests extends FirmAtDrafts {

    private static final Map<String, String> CONFIRMED = Map.of("confirmed", "true", "signedName", "马建国");

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
}
