package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
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
    DraftEditing editing;

    @ParameterizedTest
    @ValueSource(strings = {"640502", "640423"})
    void whatIsOwedComesAfterThePermission(String county) throws Exception {
        filed.level(county, RiskLevel.HIGH);
        var firm = firms.complete("宁夏容缺申请有限公司");
        var draft = filed.complete(firm, firms.site(firm, county), FilingKind.APPLICATION);
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("A02", answer -> answer.value(null).owed(true)));
        var root = "/my/drafts/" + draft.id();
        for (var part : PARTS) {
            assertNoStart(text(root + part, firm, "zh"), text(root + part, firm, "en"));
        }
        assertThat(text(root, firm, "zh")).contains("1 项容缺，准予复工后按期补齐");
        assertThat(text(root + "/conditions/A", firm, "zh")).contains("不影响申请，准予复工后 3 天内补齐");
        var page = "/counties/" + county;
        assertNoStart(text(page, null, "zh"), text(page, null, "en"));
        assertThat(text(page, null, "zh")).contains("准予复工后 3 日内补齐");
        var receipt = "/my/filings/" + filed.submit(firm, draft.id()).no();
        assertNoStart(text(receipt, firm, "zh"), text(receipt, firm, "en"));
    }

    private static void assertNoStart(String chinese, String english) {
        assertThat(chinese).doesNotContain("先开工", "先复工", "工后补", "先欠", "可以复工", "可以开工");
        assertThat(english).doesNotContainIgnoringCase("start first", "may start now", "may resume work now");
    }

    private String text(String path, Enterprise firm, String language) throws Exception {
        var request = get(path).param("lang", language);
        var response = mvc.perform(firm == null ? request : request.with(Session.as(Firms.actor(firm)))).andExpect(status().isOk())
                .andReturn().getResponse();
        return Jsoup.parse(response.getContentAsString()).select("main").text();
    }
}
