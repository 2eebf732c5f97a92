package org.fugong.condition.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.CatalogueVersion;
import org.fugong.condition.CatalogueVersions;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class CatalogueTests {

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    CatalogueVersions versions;
    @Autowired
    ConditionLists lists;
    @Autowired
    JdbcClient jdbc;

    private Actor admin;

    @BeforeEach
    void admin() {
        admin = opening.open("catalogue-admin", "a long enough password", "何管理", Role.PROVINCE_ADMIN, "640000").actor();
    }

    @ParameterizedTest
    @EnumSource(RiskLevel.class)
    void theFirstVersionIsWhatTheFirstListsWereDrawnFrom(RiskLevel level) {
        var first = lists.findByProvinceAndLevelOrderByVersionDesc("640000", level).getLast();
        assertThat(newest().at(level)).isEqualTo(first.content());
    }

    @Test
    void aNewVersionIsRecordedAndADraftDrawnFromIt() throws Exception {
        var before = newest();
        record(changed(before), String.valueOf(before.version())).andExpect(status().isSeeOther());
        var recorded = newest();
        assertThat(recorded.version()).isEqualTo(before.version() + 1);
        assertThat(jdbc.sql("select count(*) from audit_entry where action = 'catalogue.recorded' and subject = ?")
                .param("catalogue:640000/" + recorded.version()).query(Integer.class).single()).isOne();

        draw(recorded, null, null).andExpect(status().isSeeOther());
        assertThat(draft().content().item("A01").orElseThrow().title()).isEqualTo("专班");

        var lock = String.valueOf(draft().lock());
        draw(before, lock, null).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请勾选")));
        draw(before, null, null).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("刚刚有变化")))
                .andExpect(content().string(containsString("”已在")));
        assertThat(draft().content().item("A01").orElseThrow().title()).isEqualTo("专班");
        draw(before, lock, "true").andExpect(status().isSeeOther());
        assertThat(draft().content().item("A01").orElseThrow().title()).isNotEqualTo("专班");
    }

    @Test
    void whoHasNotSeenTheNewestVersionRecordsNothing() throws Exception {
        record(changed(newest()), "0").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("别人刚刚收录")));
        assertThat(newest().version()).isOne();
    }

    @Test
    void faultsOfEveryLevelAreToldAndNothingIsRecorded() throws Exception {
        var file = new String(newest().file(), UTF_8).replaceFirst("category: A", "category: Z");
        var page = Jsoup
                .parse(record(file, "1").andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString());
        assertThat(page.select(".register tbody tr")).hasSize(1);
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#file");
        assertThat(newest().version()).isOne();
    }

    @Test
    void theVersionShowsTheUseOfEachConditionAtEachLevel() throws Exception {
        var page = Jsoup.parse(mvc.perform(get("/admin/catalogue/" + newest().id()).with(Session.as(admin)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        var medium = newest().at(RiskLevel.MEDIUM).items();
        assertThat(page.select(".register tbody tr").size()).isGreaterThanOrEqualTo(medium.size());
        mvc.perform(get("/admin/catalogue").with(Session.as(admin))).andExpect(content().string(containsString("第 1 版")));
        mvc.perform(get("/admin/catalogue/" + newest().id() + ".yaml").with(Session.as(admin)))
                .andExpect(content().bytes(newest().file()));
    }

    private CatalogueVersion newest() {
        return versions.findFirstByProvinceOrderByVersionDesc("640000").orElseThrow();
    }

    private ConditionList draft() {
        return lists.findByProvinceAndLevelAndState("640000", RiskLevel.HIGH, ConditionList.State.DRAFT).orElseThrow();
    }

    private static String changed(CatalogueVersion version) {
        return new String(version.file(), UTF_8).replaceFirst("(code: A01\n(.*\n)*?\\s+title: )[^\n]*", "$1专班");
    }

    private ResultActions record(String file, String after) throws Exception {
        return mvc.perform(multipart("/admin/catalogue")
                .file(new MockMultipartFile("file", "catalogue.yaml", "application/yaml", file.getBytes(UTF_8)))
                .param("reason", "修订").param("after", after).with(csrf()).with(Session.as(admin)));
    }

    private ResultActions draw(CatalogueVersion from, String lock, String replace) throws Exception {
        var request = post("/admin/catalogue/" + from.id() + "/drafts").param("level", "HIGH").with(csrf()).with(Session.as(admin));
        if (lock != null) {
            request.param("lock", lock);
        }
        if (replace != null) {
            request.param("replace", replace);
        }
        return mvc.perform(request);
    }
}
