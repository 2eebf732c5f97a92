package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.application.RepliedApplications;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Where a county permits first, nothing says that work may start while something is owed. */
@WebTest
@Transactional
class OwedAtHighRiskTests {

    private static final List<String> PARTS = List.of("", "/facts", "/plan", "/conditions/A", "/conditions/B", "/conditions/C",
            "/conditions/D", "/conditions/E", "/conditions/F", "/check");

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    DraftEditing editing;

    @ParameterizedTest
    @ValueSource(strings = {"640502", "640423"})
    void whatIsOwedComesAfterThePermission(String county) throws Exception {
        filed.level(county, RiskLevel.HIGH);
        var firm = firms.complete("宁夏容缺申请有限公司");
        var actor = Firms.actor(firm);
        var root = "/my/drafts/" + owing(firm, firms.site(firm, county));
        for (var part : PARTS) {
            assertNoStart(actor, root + part);
        }
        assertThat(text(root, actor, "zh")).contains("1 项容缺，准予复工后按期补齐");
        assertThat(text(root + "/conditions/A", actor, "zh")).contains("不影响申请，准予复工后 3 天内补齐");
        assertNoStart(null, "/counties/" + county);
        assertThat(text("/counties/" + county, null, "zh")).contains("准予复工后 3 日内补齐");
    }

    @ParameterizedTest
    @ValueSource(strings = {"640502", "640423"})
    void noPageThatShowsTheApplicationSaysThatWorkMayStart(String county) throws Exception {
        filed.level(county, RiskLevel.HIGH);
        var firm = firms.complete("宁夏容缺待准有限公司");
        var site = firms.site(firm, county);
        var actor = Firms.actor(firm);
        assertNoStart(actor, "/my", "/my/filings/new?site=" + site.id());
        var no = filed.submit(firm, owing(firm, site)).no();
        assertNoStart(actor, "/my", "/my/owed", "/my/filings/" + no, "/my/filings/" + no + "/owed/A02");
        assertThat(text("/my/owed", actor, "zh")).contains("A02", "待准予的不影响申请，期限从准予复工起算");
        var official = received.official(county);
        assertNoStart(official, "/desk/applications", "/desk/applications/" + no, "/desk/filings", "/desk/filings/" + no, "/desk/owed");
        replies.permit(official, no);
        assertNoStart(actor, "/my/owed", "/my/filings/" + no + "/owed/A02");
        assertThat(text("/my/owed", actor, "zh")).contains("A02").doesNotContain("待准予");
        assertNoStart(official, "/desk/owed");
    }

    private long owing(Enterprise firm, Site site) {
        var draft = filed.complete(firm, site, FilingKind.APPLICATION);
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("A02", answer -> answer.value(null).owed(true)));
        return draft.id();
    }

    private void assertNoStart(Actor actor, String... pages) throws Exception {
        for (var page : pages) {
            assertNoWords(text(page, actor, "zh"), text(page, actor, "en"));
        }
    }

    private static void assertNoWords(String chinese, String english) {
        assertThat(chinese).doesNotContain("先开工", "先复工", "工后补", "先欠", "可以复工", "可以开工");
        assertThat(english).doesNotContainIgnoringCase("start first", "may start now", "may resume work now");
    }

    private String text(String path, Actor actor, String language) throws Exception {
        var request = get(path).param("lang", language);
        var response = mvc.perform(actor == null ? request : request.with(Session.as(actor))).andExpect(status().isOk())
                .andReturn().getResponse();
        return Jsoup.parse(response.getContentAsString()).select("main").text();
    }
}
