package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingState;
import org.fugong.filing.Plan;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.FilingStart;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What was said once is filled in, shown with where it comes from, and may be changed. */
@WebTest
@Transactional
class CarriedContentsTests {

    private static final String COUNTY = "640106";
    private static final String ANSWERS = "/my/filings/new?county=640106&has_canteen=yes&has_dormitory=no";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Filings filings;
    @Autowired
    FilingStart start;
    @Autowired
    DraftEditing editing;

    private final MockHttpSession session = new MockHttpSession();
    private Enterprise firm;
    private Site site;

    @BeforeEach
    void aFirmAtMediumRisk() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏带出有限公司");
        site = firms.site(firm, COUNTY);
    }

    @Test
    void theCountyPageLeadsOnWithWhatWasAnsweredThere() throws Exception {
        var page = Jsoup.parse(mvc.perform(get("/counties/" + COUNTY).param("has_canteen", "yes").param("has_dormitory", "no"))
                .andReturn().getResponse().getContentAsString());
        assertThat(page.select(".start a.btn").attr("href")).isEqualTo(ANSWERS);
    }

    @Test
    void whatWasAnsweredOnTheCountyPageIsNotAskedAgain() throws Exception {
        assertThat(page(ANSWERS).text()).contains("您在县区条件页上回答的 2 个问题会直接带入");
        var root = begin();
        var facts = page(root + "/facts");
        assertThat(facts.select("#has_canteen[checked], #has_dormitory-no[checked]")).hasSize(2);
        assertThat(facts.select("#m-has_canteen .carried, #m-has_dormitory .carried").eachText())
                .containsOnly("已带出：您在县区条件页上的回答，可以改。").hasSize(2);
        send(root + "/facts", Map.of("has_canteen", "false", "seen.has_canteen", token(facts, "has_canteen")));
        var changed = page(root + "/facts");
        assertThat(changed.select("#has_canteen-no[checked]")).hasSize(1);
        assertThat(changed.select("#m-has_canteen .carried")).isEmpty();
        assertThat(changed.select("#m-has_dormitory .carried")).hasSize(1);
    }

    @Test
    void allSevenQuestionsOfTheCountyPageAreAskedOnce() throws Exception {
        var questions = Jsoup.parse(mvc.perform(get("/counties/" + COUNTY)).andReturn().getResponse().getContentAsString())
                .select(".narrow-down input[value=yes]").eachAttr("name");
        assertThat(questions).hasSize(7);
        page("/my/filings/new?county=640106&" + questions.stream().map(name -> name + "=yes").collect(Collectors.joining("&")));
        var facts = page(begin() + "/facts");
        for (var name : questions) {
            assertThat(facts.select("#" + name + "[checked]")).as(name).hasSize(1);
            assertThat(facts.select("#m-" + name + " .carried").text()).as(name).contains("县区条件页上的回答");
        }
    }

    @Test
    void whatOneFirmHasAnsweredIsNotFilledInForAnotherThatSignsInAfterIt() throws Exception {
        var next = firms.complete("宁夏后来有限公司");
        var there = firms.site(next, COUNTY);
        var remembered = mvc.perform(get(ANSWERS).session(session)).andExpect(redirectedUrl("/login")).andReturn().getResponse()
                .getCookies();
        assertThat(text(signIn(firm, remembered))).contains("直接带入");
        signIn(next);
        assertThat(text("/my/filings/new")).doesNotContain("直接带入");
        start(there);
        assertThat(filings.findBySiteIdAndState(there.id(), FilingState.DRAFT).orElseThrow().facts()).isEmpty();
        signIn(firm);
        start(site);
        assertThat(draft().facts()).containsEntry("has_canteen", true).containsEntry("has_dormitory", false);
    }

    /** Signs in without the one before having signed out, and gives where that leads to. */
    private String signIn(Enterprise who, Cookie... remembered) throws Exception {
        var form = post("/login").session(session).with(csrf()).param("username", who.creditCode().value())
                .param("password", Firms.PASSWORD);
        return mvc.perform(remembered.length == 0 ? form : form.cookie(remembered)).andExpect(status().is3xxRedirection()).andReturn()
                .getResponse().getRedirectedUrl();
    }

    private String text(String path) throws Exception {
        return mvc.perform(get(URI.create(path)).session(session)).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString();
    }

    private void start(Site where) throws Exception {
        mvc.perform(post("/my/drafts").session(session).with(csrf()).param("site", where.id().toString()).param("kind", "COMMITMENT"))
                .andExpect(status().is3xxRedirection());
    }

    @Test
    void whatWasAnsweredForAnotherCountyIsNotTaken() throws Exception {
        filed.level("640104", RiskLevel.MEDIUM);
        var page = page("/my/filings/new?county=640104&has_canteen=yes");
        assertThat(page.select("p.notice").text()).contains("兴庆区", "金凤区");
        assertThat(page.select("p.notice a").attr("href")).isEqualTo("/my/enterprise/sites/new?county=640104");
        assertThat(page("/my/enterprise/sites/new?county=640104").select("#county option[selected]").val()).isEqualTo("640104");
        begin();
        assertThat(draft().facts()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"county=640106&has_canteen=perhaps", "county=640106&has_canteen=yes&has_canteen=no",
            "county=110101&has_canteen=yes",
            "county=&has_canteen=yes", "has_canteen=yes", "county=640106&entrances=yes&planned_staff=yes&nothing=yes", "county=%00"})
    void whatIsNoAnswerIsIgnored(String query) throws Exception {
        mvc.perform(get("/my/filings/new?" + query).session(session).with(Session.as(Firms.actor(firm)))).andExpect(status().isOk());
        begin();
        assertThat(draft().facts()).isEmpty();
    }

    @Test
    void whoComesFromACountyGoesToTheSiteThere() throws Exception {
        firms.site(firm, "640104");
        assertThat(page("/my/filings/new").select("ol.tasks li, ul.tasks li")).hasSize(2);
        assertThat(page("/my/filings/new?county=640106").select("form input[name=site]").val()).isEqualTo(site.id().toString());
    }

    @Test
    void aNewcomerIsLedOnThroughProfileAndSite() throws Exception {
        var newcomer = firms.registered("宁夏新来有限公司");
        mvc.perform(get(ANSWERS).session(session).with(Session.as(Firms.actor(newcomer)))).andExpect(redirectedUrl("/my/enterprise"));
    }

    @Test
    void theProfileIsNotAskedAgain() throws Exception {
        page("/my/filings/new");
        var plan = page(begin() + "/plan");
        assertThat(plan.select("#responsible").val()).isEqualTo("王芳");
        assertThat(plan.select("#m-responsible .carried, #m-phone .carried, #m-totalStaff .carried").eachText())
                .containsOnly("已带出：企业信息里填过的，可以改。").hasSize(3);
        assertThat(plan.select("#m-plannedStaff .carried")).isEmpty();
    }

    @Test
    void whatWasFiledLastTimeIsFilledIn() throws Exception {
        filed.submitted(firm, site, FilingKind.COMMITMENT);
        filed.level(COUNTY, RiskLevel.LOW);
        filed.level(COUNTY, RiskLevel.HIGH);
        var plan = page(begin() + "/plan");
        assertThat(plan.select("#plannedStaff").val()).isEqualTo("40");
        assertThat(plan.select("#start").val()).isEmpty();
        assertThat(plan.select("#m-plannedStaff .carried").text()).isEqualTo("已带出：上次为这个场所填报的，可以改。");
    }

    @Test
    void theFirstSitesPlanAndFactsAreCarriedToTheNext() throws Exception {
        filed.submitted(firm, site, FilingKind.CHECKLIST);
        var second = firms.site(firm, "640104");
        filed.level("640104", RiskLevel.MEDIUM);
        var draft = start.start(Firms.actor(firm), second.id(), FilingKind.CHECKLIST);
        assertThat(draft.plan()).isEqualTo(new Plan("王芳", "0951-6012345", null, 60, 40, 3, 0, 2, null));
        assertThat(draft.answers()).isEmpty();
        var carried = "已带出：为另一个场所填过的，请核对，可以改。";
        assertThat(page("/my/drafts/" + draft.id() + "/plan").select("#m-batches .carried").text()).isEqualTo(carried);
        var facts = page("/my/drafts/" + draft.id() + "/facts");
        assertThat(facts.select("#entrances").val()).isEqualTo("2");
        var shown = facts.select("[id^=m-]").eachAttr("id").stream().map(id -> id.substring(2)).filter(fact -> !fact.equals("roster_count"))
                .toList();
        assertThat(shown).hasSizeGreaterThan(3).allSatisfy(fact -> {
            assertThat(draft.facts()).containsKey(fact);
            assertThat(facts.select("#m-" + fact + " .carried").text()).isEqualTo(carried);
        });
    }

    @Test
    void theRosterFollowsThePlannedStaffUntilSomebodyChangesIt() throws Exception {
        var root = begin();
        planned(40);
        var facts = page(root + "/facts");
        assertThat(facts.select("#roster_count").val()).isEqualTo("40");
        assertThat(facts.select("#m-roster_count .carried").text()).contains("与拟复工人数相同");
        planned(45);
        assertThat(page(root + "/facts").select("#roster_count").val()).isEqualTo("45");
        editing.facts(Firms.actor(firm), draft().id(), SeenVersions.LATEST, known -> Map.of("roster_count", 50.0));
        planned(30);
        assertThat(page(root + "/facts").select("#roster_count").val()).isEqualTo("50");
        assertThat(page(root + "/facts").select("#m-roster_count .carried")).isEmpty();
    }

    @Test
    void theRosterDoesNotFallBelowThoseWhoDeclaredTheirHealth() throws Exception {
        begin();
        planned(40);
        editing.facts(Firms.actor(firm), draft().id(), SeenVersions.LATEST, known -> Map.of("roster_declared", 38.0));
        planned(30);
        assertThat(draft().facts()).containsEntry("roster_count", 40.0);
        planned(38);
        assertThat(draft().facts()).containsEntry("roster_count", 38.0);
    }

    private void planned(int staff) {
        editing.plan(Firms.actor(firm), draft().id(), SeenVersions.LATEST, plan -> new Plan(plan.responsible(), plan.phone(), plan.start(),
                plan.totalStaff(), staff, plan.fromOutside(), plan.fromHighRisk(), plan.batches(), plan.fullProduction()));
    }

    private Filing draft() {
        return filings.findBySiteIdAndState(site.id(), FilingState.DRAFT).orElseThrow();
    }

    private String begin() throws Exception {
        return send("/my/drafts", Map.of("site", site.id().toString(), "kind", "COMMITMENT"));
    }

    private static String token(Document page, String field) {
        return page.select("input[name=seen." + field + "]").val();
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).session(session).with(Session.as(Firms.actor(firm)))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString());
    }

    private String send(String path, Map<String, String> fields) throws Exception {
        var request = post(path).session(session).with(csrf()).with(Session.as(Firms.actor(firm)));
        fields.forEach(request::param);
        return mvc.perform(request).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
    }
}
