package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.Optional;
import org.fugong.Session;
import org.fugong.OpenedForm;
import org.fugong.WebTest;
import org.fugong.condition.Catalogue;
import org.fugong.edit.FormTexts;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingKind;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Dates;
import org.jsoup.Jsoup;
import org.fugong.submission.field.ListedFieldReading;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.annotation.Transactional;

/** What is typed into a draft: saved by itself, together with what others have typed, or refused with words and kept on the page. */
@WebTest
@Transactional
class DraftSavingTests extends FirmAtDrafts {

    private static final Map<String, String> CONFIRMED = Map.of("confirmed", "true", "signedName", "马建国");

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
        var since = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").withZone(Dates.ZONE)
                .format(draft().edits().get("plan.responsible").at());
        assertThat(told.select("#m-responsible").text()).contains("“" + firm.name() + "”已在 " + since + " 把这一项存为“李四”");
        assertThat(told.select("#m-responsible [data-conflict] [data-take]").eachAttr("data-take")).containsExactlyInAnyOrder("mine",
                "theirs");
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
    void aCategoryIsConfirmedWholeExceptWhatIsOwed() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var address = root(FilingKind.COMMITMENT) + "/commitment";
        editing.commitment(Firms.actor(firm), draft().id(), SeenVersions.LATEST,
                draft().answers().keySet().stream().collect(Collectors.toMap(code -> code, code -> answer -> Answer.NONE)), null, null);
        var page = page(address);
        assertThat(page.select("button[name=whole]").eachAttr("value")).containsExactly("A", "B", "C", "D", "E", "F");
        opened(address).type("A03", "owed").type("whole", "A").send().andExpect(redirectedUrl(address + "#category-B"));
        assertThat(draft().answer("A03").owed()).isTrue();
        assertThat(draft().answers().keySet()).isNotEmpty().allMatch(code -> code.startsWith("A"));
        assertThat(draft().answer("A01").confirmed()).isEqualTo(page.select("#A01").val());
        var after = page(address);
        assertThat(after.select("#whole-A").text()).isEqualTo("“防控机制到位”的各项都已答复。");
        assertThat(after.select("#A01[checked], #A03-owed[checked]")).hasSize(2);
        opened(address).type("whole", "F").send().andExpect(redirectedUrl(address + "#signing"));
    }

    @ParameterizedTest
    @CsvSource({"Z, ''", "A, 1", "A, not a digest", "'', ''"})
    void whatWasNotOnThePageIsNotConfirmed(String category, String digest) throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var address = root(FilingKind.COMMITMENT) + "/commitment";
        opened(address).without("A01").type("_A01", digest).type("whole", category).send().andExpect(status().is3xxRedirection());
        assertThat(draft().answer("A01").confirmed()).isNull();
        assertThat(draft().answer("A02").confirmed()).isNotNull();
    }

    private OpenedForm opened(String address) throws Exception {
        return OpenedForm.open(mvc, Firms.actor(firm), address, address);
    }

    @Test
    void aPromiseThatAColleagueHasMadeMeanwhileIsTold() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var root = root(FilingKind.COMMITMENT);
        var address = root + "/commitment";
        var older = opened(address);
        opened(address).without("A01").send().andExpect(status().is3xxRedirection());
        opened(address).type("A03", "owed").send().andExpect(status().is3xxRedirection());
        var told = Jsoup.parse(older.without("A03").type("A01", "0123456789abcdef").send().andExpect(status().isUnprocessableContent())
                .andReturn().getResponse().getContentAsString());
        assertThat(told.select("#A03-error").text()).contains("存为“容缺”");
        assertThat(told.select("#A01-error").text()).contains("把这一项清空");
        assertThat(draft().answer("A03").owed()).isTrue();
        assertThat(draft().answer("A01").confirmed()).isNull();
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
    @CsvSource(delimiter = '|', value = {"2999-01-01|日期太远，最晚可填 2099-12-31", "29990-01-01|日期太远，最晚可填 2099-12-31",
            "1999-12-31|日期太早，最早可填 2000-01-01", "yesterday|日期不对"})
    void aDayThatIsTooFarIsToldAsSuchAndNotAsAWrongForm(String typed, String told) throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        assertThat(rejected(root(FilingKind.CHECKLIST) + "/conditions/F", Map.of("F01", typed)).select("#m-F01 .msg").text())
                .contains(told);
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
        assertThat(
                new ListedFieldReading("answers").answer(Catalogue.read().at("high").item("C10").orElseThrow(), "\u200b", Locale.CHINESE))
                .contains(Optional.empty());
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
}
