package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.OpenedForm;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Whoever acts on a whole draft from an old page, while a colleague has gone on with it, is asked once more. */
@WebTest
@Transactional
class OvertakenDraftTests extends FirmAtDrafts {

    @Autowired
    Attaching attaching;
    @Autowired
    AccountOpening accounts;
    @Autowired
    AdaptationFixtures adapted;

    private String root;

    @BeforeEach
    void aCommitmentThatIsCompleteInACountyAtMediumRisk() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        root = root(FilingKind.COMMITMENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a field", "a file", "another kind"})
    void aDraftThatAColleagueHasWorkedOnIsNotThrownAway(String what) throws Exception {
        var old = opened("", "/deletion");
        colleagueChanges(what);
        var told = overtaken(old);
        assertThat(told.select(".error-summary").text()).contains("“" + firm.name() + "”在", "保存的。草稿还没有删除");
        assertThat(told.select("details[open]:has(form[action=" + root + "/deletion])")).hasSize(1);
        assertThat(draft().plan()).isNotNull();
        OpenedForm.of(mvc, Firms.actor(firm), told.outerHtml(), root + "/deletion").send().andExpect(redirectedUrl("/my"));
        assertThat(filings.findBySiteIdAndState(site.id(), FilingState.DRAFT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a field", "a file"})
    void itsKindIsNotChangedOverWhatAColleagueHasDone(String what) throws Exception {
        var old = opened("", "/kind").type("kind", "CHECKLIST");
        colleagueChanges(what);
        var told = overtaken(old);
        assertThat(told.select(".error-summary").text()).contains("“" + firm.name() + "”在", "办理方式还没有改");
        assertThat(draft().kind()).isEqualTo(FilingKind.COMMITMENT);
        OpenedForm.of(mvc, Firms.actor(firm), told.outerHtml(), root + "/kind").type("kind", "CHECKLIST").send()
                .andExpect(redirectedUrl(root));
        assertThat(draft().kind()).isEqualTo(FilingKind.CHECKLIST);
    }

    @Test
    void aSecondTapChangesTheKindOnce() throws Exception {
        var form = opened("", "/kind").type("kind", "CHECKLIST");
        form.send().andExpect(redirectedUrl(root));
        form.send().andExpect(redirectedUrl(root));
        assertThat(draft().kind()).isEqualTo(FilingKind.CHECKLIST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0-0-0.0", "999999999-0-0.0", "1-1", "99999999999-0-0.0"})
    void aFormThatNoPageMadeHasShownNothing(String lock) throws Exception {
        send(root + "/deletion", Map.of("lock", lock)).andExpect(status().isConflict());
        assertThat(draft().id()).isNotNull();
    }

    @Test
    void aChangeThatWasNotShownIsNotAcknowledged() throws Exception {
        adapt(0, "D07");
        var old = opened("", "/acknowledgement");
        adapt(1, "D08");
        var told = overtaken(old);
        assertThat(told.select(".error-summary").text()).contains("要求又有了变化");
        assertThat(told.select("section.notice").text()).contains("不再要求：D08");
        OpenedForm.of(mvc, Firms.actor(firm), told.outerHtml(), root + "/acknowledgement").send().andExpect(redirectedUrl(root));
        assertThat(page(root).select("section.notice")).isEmpty();
    }

    @Test
    void aKindIsNotChosenUnderRequirementsThatWereNotShown() throws Exception {
        var old = opened("", "/kind").type("kind", "CHECKLIST");
        adapt(0, "D07");
        assertThat(overtaken(old).select(".error-summary").text()).contains("要求又有了变化");
        assertThat(draft().kind()).isEqualTo(FilingKind.COMMITMENT);
    }

    @Test
    void whatIsSubmittedIsWhatWasRead() throws Exception {
        var old = opened("/check", "/submission").type("password", Firms.PASSWORD);
        sent(root + "/plan", Map.of("responsible", "李四"));
        var told = Jsoup.parse(old.send().andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString());
        assertThat(told.select(".error-summary").text()).contains("“" + firm.name() + "”在", "还没有提交");
        assertThat(told.text()).contains("李四");
        assertThat(draft().state()).isEqualTo(FilingState.DRAFT);
        var receipt = OpenedForm.of(mvc, Firms.actor(firm), told.outerHtml(), root + "/submission").type("password", Firms.PASSWORD).send()
                .andExpect(status().isSeeOther()).andReturn().getResponse().getRedirectedUrl();
        assertThat(old.send().andReturn().getResponse().getRedirectedUrl()).isEqualTo(receipt);
    }

    @Test
    void whatIsSubmittedRestsOnWhatWasRead() throws Exception {
        var old = opened("/check", "/submission").type("password", Firms.PASSWORD);
        adapt(0, "D07");
        assertThat(Jsoup.parse(old.send().andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString())
                .select(".error-summary").text()).contains("还没有提交");
    }

    private void colleagueChanges(String what) throws Exception {
        switch (what) {
            case "a field" -> sent(root + "/plan", Map.of("responsible", "李四"));
            case "a file" ->
                attaching.add(Firms.actor(firm), draft().id(), "C01", "证据.pdf", () -> EvidenceFiles.pdf(1), null);
            default -> sent(root + "/kind", Map.of("kind", "CHECKLIST"));
        }
    }

    private void adapt(int after, String omitted) {
        var admin = accounts.open("overtaken-" + after, Firms.PASSWORD, "县区管理员", Role.COUNTY_ADMIN, COUNTY).actor();
        adapted.adapt(after, new Adaptation(new TreeSet<>(List.of(omitted)), new TreeMap<>()), "本县不要求", null, admin);
    }

    private OpenedForm opened(String page, String act) throws Exception {
        return OpenedForm.open(mvc, Firms.actor(firm), root + page, root + act);
    }

    private static Document overtaken(OpenedForm old) throws Exception {
        return Jsoup.parse(old.send().andExpect(status().isConflict()).andReturn().getResponse().getContentAsString());
    }
}
