package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.OwedItem;
import org.fugong.filing.SubmittedFilings;
import org.fugong.message.Inbox;
import org.fugong.message.Notices;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/** What was owed is supplied on a page of its own, by the rules of the filing's list. */
@WebTest
@Transactional
class SupplyTests {

    private static final String COUNTY = "640303";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    DraftEditing editing;
    @Autowired
    Filings filings;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    Attachments attachments;
    @Autowired
    Inbox inbox;
    @Autowired
    Notices notices;
    @Autowired
    EntityManager entities;
    @Autowired
    Clock clock;

    private Enterprise firm;
    private Actor actor;

    @BeforeEach
    void aFirmInACountyAtMediumRisk() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏补交有限公司");
        actor = Firms.actor(firm);
    }

    @Test
    void anAnswerThatMeetsTheRuleIsKeptWithItsFileAndToldToTheCounty() throws Exception {
        var official = received.official(COUNTY);
        var filing = owing(FilingKind.CHECKLIST, "E01");
        assertThat(page("/my/owed").text()).contains("E01").contains("补交");
        mvc.perform(multipart(address(filing, "E01")).file(photo("培训签到.png")).param("E01", "100").with(csrf()).with(session()))
                .andExpect(redirectedUrl("/my/filings/" + filing.no()));
        var supplied = stored(filing).supplied("E01");
        assertThat(supplied.value()).isEqualTo(100.0);
        assertThat(supplied.by()).isEqualTo(actor.name());
        assertThat(supplied.on()).isEqualTo(LocalDate.now(clock));
        assertThat(stored(filing).owed()).isEmpty();
        assertThat(attachments.forFirm(filing.id()).on("E01")).hasSize(1);
        assertThat(inbox.foremost(official, 9))
                .extracting(notice -> notices.text(notice.key(), notice.arguments(), Locale.SIMPLIFIED_CHINESE))
                .containsExactly("企业补交了 " + filing.no() + " 的容缺事项 E01，已按清单核对通过。");
        assertThat(page("/my/filings/" + filing.no()).text()).contains("企业补交，核对通过：E01");
        assertThat(Jsoup.parse(mvc.perform(get("/desk/filings/" + filing.no()).with(Session.as(official))).andReturn().getResponse()
                .getContentAsString()).text()).contains("企业补交，核对通过：E01").contains("培训签到.png").contains("100%");
    }

    @Test
    void anAnswerThatFallsShortIsRefusedBesideItsFieldAndKeepsWhatWasTypedAndSent() throws Exception {
        var filing = owing(FilingKind.CHECKLIST, "E01");
        var response = mvc
                .perform(multipart(address(filing, "E01")).file(photo("培训签到.png")).param("E01", "40").with(csrf()).with(session()))
                .andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString();
        var page = Jsoup.parse(response);
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#E01");
        assertThat(page.select("#E01").val()).isEqualTo("40");
        assertThat(page.text()).contains("培训签到.png");
        assertThat(stored(filing).owed()).extracting(OwedItem::code).containsExactly("E01");
    }

    @Test
    void nothingTypedIsNothingSupplied() throws Exception {
        var filing = owing(FilingKind.CHECKLIST, "A03");
        mvc.perform(post(address(filing, "A03")).with(csrf()).with(session())).andExpect(status().isUnprocessableContent());
        mvc.perform(post(address(filing, "A03")).param("A03", "false").with(csrf()).with(session()))
                .andExpect(status().isUnprocessableContent());
        assertThat(stored(filing).supplied()).isEmpty();
    }

    @Test
    void filesMayComeFirstAndThoseSentSinceMayBeTakenOffAgain() throws Exception {
        var filing = owing(FilingKind.COMMITMENT, "A03");
        mvc.perform(multipart(address(filing, "A03")).file(photo("预案.png")).param("only", "files").with(csrf()).with(session()))
                .andExpect(redirectedUrl(address(filing, "A03")));
        var file = attachments.forFirm(filing.id()).on("A03").getFirst();
        assertThat(stored(filing).supplied()).isEmpty();
        mvc.perform(post(address(filing, "A03") + "/attachments/" + file.id() + "/removal").with(csrf()).with(session()))
                .andExpect(status().is3xxRedirection());
        assertThat(attachments.forFirm(filing.id()).on("A03")).isEmpty();
    }

    @Test
    void whatRestsOnAFigureOfTheSiteIsToldByTheFigureOfNow() throws Exception {
        var draft = filed.complete(firm, firms.site(firm, COUNTY), FilingKind.CHECKLIST);
        editing.facts(actor, draft.id(), SeenVersions.LATEST, known -> Map.of("roster_count", 10.0, "roster_declared", 10.0));
        editing.answers(actor, draft.id(), SeenVersions.LATEST,
                Map.of("B01", answer -> answer.owed(true), "B09", answer -> answer.owed(true)));
        var filing = filed.submit(firm, draft.id());
        mvc.perform(post(address(filing, "B01")).param("roster_count", "39").with(csrf()).with(session()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post(address(filing, "B01")).param("roster_count", "40").with(csrf()).with(session()))
                .andExpect(redirectedUrl("/my/filings/" + filing.no()));
        assertThat(stored(filing).supplied("B01").facts()).containsEntry("roster_count", 40.0);
        assertThat(stored(filing).facts()).as("what was filed stays").containsEntry("roster_count", 10.0);
    }

    @Test
    void aSecondTapIsTheSameSupply() throws Exception {
        var filing = owing(FilingKind.CHECKLIST, "A03");
        for (int tap = 0; tap < 2; tap++) {
            mvc.perform(post(address(filing, "A03")).param("A03", "true").with(csrf()).with(session()))
                    .andExpect(redirectedUrl("/my/filings/" + filing.no()));
        }
        assertThat(stored(filing).supplied()).hasSize(1);
    }

    @Test
    void whatWasNotOwedOrIsAnothersIsNotFoundAndWhatHasEndedIsRefusedWithItsState() throws Exception {
        var filing = owing(FilingKind.CHECKLIST, "A03");
        mvc.perform(get(address(filing, "A02")).with(session())).andExpect(status().isNotFound());
        mvc.perform(post(address(filing, "A02")).param("A02", "true").with(csrf()).with(session())).andExpect(status().isNotFound());
        mvc.perform(get(address(filing, "A03")).with(Session.as(Firms.actor(firms.complete("宁夏旁人有限公司"))))).andExpect(status().isNotFound());
        withdrawal.withdraw(actor, filing.no());
        mvc.perform(get(address(filing, "A03")).with(session())).andExpect(redirectedUrl("/my/filings/" + filing.no()));
        var refused = Jsoup.parse(mvc.perform(multipart(address(filing, "A03")).file(photo("预案.png")).param("A03", "true").with(csrf())
                .with(session())).andExpect(status().isConflict()).andReturn().getResponse().getContentAsString()).selectFirst("main");
        assertThat(refused.text()).contains("这一项现在不能补交", "现在的状态：已撤回", "现在可以办理：续期").doesNotContain("??");
        assertThat(refused.select("dd").eachText()).as("what was typed and sent").containsExactly("true", "预案.png");
        assertThat(refused.select("a[href=/my/filings/" + filing.no() + "]")).isNotEmpty();
        assertThat(attachments.forFirm(filing.id()).all()).isEmpty();
        mvc.perform(post(address(filing, "A03") + "/attachments/1/removal").with(csrf()).with(session())).andExpect(status().isConflict());
    }

    private Filing owing(FilingKind kind, String code) {
        var draft = filed.complete(firm, firms.site(firm, COUNTY), kind);
        if (kind == FilingKind.COMMITMENT) {
            editing.commitment(actor, draft.id(), SeenVersions.LATEST, Map.of(code, answer -> answer.confirmed(null).owed(true)), "马建国",
                    "法定代表人");
        } else {
            editing.answers(actor, draft.id(), SeenVersions.LATEST, Map.of(code, answer -> answer.value(null).owed(true)));
        }
        return filed.submit(firm, draft.id());
    }

    private static String address(Filing filing, String code) {
        return "/my/filings/" + filing.no() + "/owed/" + code;
    }

    private static MockMultipartFile photo(String name) {
        return new MockMultipartFile("files", name, "image/png", EvidenceFiles.picture("png", 9, 9, 1));
    }

    private Element page(String address) throws Exception {
        return Jsoup.parse(mvc.perform(get(address).with(session())).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString()).selectFirst("main");
    }

    private RequestPostProcessor session() {
        return Session.as(actor);
    }

    private Filing stored(Filing filing) {
        entities.flush();
        entities.clear();
        return filings.findById(filing.id()).orElseThrow();
    }
}
