package org.fugong.behalf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.SignIn;
import org.fugong.account.StaffFixtures;
import org.fugong.adaptation.CountyList;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachment;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.audit.Trail;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.AlreadyRegistered;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.NextVersions;
import org.fugong.filing.OwedItem;
import org.fugong.filing.Plan;
import org.fugong.job.DueJobs;
import org.fugong.message.CodeLimit;
import org.fugong.message.OneTimeCode;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.FactType;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.field.FieldValues;
import org.fugong.web.NotFound;
import org.fugong.web.Sheet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** An official enters for a firm that cannot, and the firm claims it; nobody else does, and nobody learns whether there is one. */
@WebTest
@Transactional
class BehalfTests {

    private static final String COUNTY = "640121";

    @Autowired
    MockMvc mvc;
    @Autowired
    BehalfEntering entering;
    @Autowired
    BehalfFixtures entered;
    @Autowired
    FirmClaim claims;
    @Autowired
    FilingFixtures filed;
    @Autowired
    StaffFixtures staff;
    @Autowired
    Firms firms;
    @Autowired
    Enterprises enterprises;
    @Autowired
    Filings filings;
    @Autowired
    NextVersions versions;
    @Autowired
    DraftEditing editing;
    @Autowired
    Attachments attachments;
    @Autowired
    SignIn signIn;
    @Autowired
    DueJobs jobs;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;
    @Autowired
    Clock clock;

    private Actor official;
    private final CreditCode code = Firms.code();

    @BeforeEach
    void anOfficial() {
        official = staff.of(Role.OFFICIAL, COUNTY);
    }

    @Test
    void aNoticeIsEnteredByPhoneAndTheTrailNamesTheOfficial() throws Exception {
        filed.level(COUNTY, RiskLevel.LOW);
        var entry = open("NOTICE", "PHONE");
        mvc.perform(post(entry).param("version", version()).param("submit", "true").param("start", tomorrow()).param("plannedStaff", "8")
                .param("responsible", "马老汉")
                .param("phone", "13995012345").with(csrf()).with(Session.as(official))).andExpect(redirectedUrlPattern("/desk/filings/*"));
        var filing = filing();
        assertThat(filing.kind()).isEqualTo(FilingKind.NOTICE);
        assertThat(trail.of("filing:" + filing.id())).extracting(step -> step.role() + " " + step.action())
                .contains("OFFICIAL filing.submitted", "OFFICIAL behalf-entry.submitted");
        assertThat(page("/desk/behalf")).contains("马老汉作坊").contains("企业未认领").contains(filing.no());
    }

    @Test
    void aClerkOfTheHotlineEntersAsAnOfficialDoesAndFindsTheOwnEntriesAlone() throws Exception {
        var clerk = staff.of(Role.HOTLINE, COUNTY);
        filed.level(COUNTY, RiskLevel.LOW);
        var others = entered.open(official, COUNTY, FilingKind.NOTICE);
        official = clerk;
        var entry = open("NOTICE", "PHONE");
        var receipt = mvc
                .perform(post(entry).param("version", version()).param("submit", "true").param("start", tomorrow())
                        .param("plannedStaff", "8")
                        .param("responsible", "马老汉").param("phone", "13995012345").with(csrf()).with(Session.as(official)))
                .andExpect(redirectedUrl(entry + "/receipt")).andReturn().getResponse().getRedirectedUrl();
        var filing = filing();
        assertThat(page(receipt)).contains(filing.no(), "马老汉作坊", "来电的人").doesNotContain("??");
        assertThat(page("/desk/behalf")).contains(filing.no(), "马老汉作坊").doesNotContain("宁夏代办小作坊");
        assertThat(table("csv", "").getContentAsString()).contains(filing.no(), "马老汉作坊").doesNotContain("宁夏代办小作坊");
        assertThat(trail.of("filing:" + filing.id())).extracting(step -> step.role() + " " + step.action())
                .contains("HOTLINE filing.submitted");
        mvc.perform(get(entry).with(Session.as(official))).andExpect(redirectedUrl("/desk/behalf"));
        mvc.perform(get("/desk/behalf/" + others.id()).with(Session.as(official))).andExpect(status().isNotFound());
        mvc.perform(get("/desk/filings/" + filing.no()).with(Session.as(official))).andExpect(status().isForbidden());
        assertThat(page("/desk/notices")).contains("低风险");
    }

    @Test
    void whatSomebodyElseIsEnteringIsSaidToBeUnderWay() throws Exception {
        filed.level(COUNTY, RiskLevel.LOW);
        open("NOTICE", "PHONE");
        official = staff.of(Role.HOTLINE, COUNTY);
        assertThat(errors(order("NOTICE", "PHONE"))).contains("别人正在为这个经营场所录入");
    }

    @Test
    void whatStandsOnThePaperFindsAnEntryAndTheTableHoldsTheSame() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        entered.open(official, COUNTY, FilingKind.CHECKLIST);
        open("COMMITMENT", "PAPER");
        for (var typed : List.of("马老汉作坊", "马老汉 （作坊）", code.value().toLowerCase())) {
            var page = page("/desk/behalf?q=" + typed);
            assertThat(page).as(typed).contains("马老汉作坊").doesNotContain("宁夏代办小作坊");
        }
        assertThat(page("/desk/behalf?q=没有这家")).contains("没有符合条件的代办");
        assertThat(table("csv", "马老汉 作坊").getContentAsString().lines().skip(1)).singleElement().asString()
                .startsWith("\"\",马老汉作坊," + code.value() + ",");
        assertThat(Sheet.of(table("xlsx", "马老汉作坊").getContentAsByteArray())).hasSize(2);
        assertThat(table("csv", "").getContentAsString()).contains("马老汉作坊", "宁夏代办小作坊");
        assertThat(trail.of("list:behalf")).filteredOn(entry -> entry.actor().equals(official.login()))
                .extracting(entry -> entry.after().get("rows")).startsWith(1, 1);
    }

    private MockHttpServletResponse table(String kind, String q) throws Exception {
        return mvc.perform(get("/desk/behalf/export." + kind).param("q", q).with(Session.as(official))).andExpect(status().isOk())
                .andReturn().getResponse();
    }

    @Test
    void aCommitmentIsEnteredFromPaperOnceItsScanIsThere() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var entry = open("COMMITMENT", "PAPER");
        var form = commitment(entry);
        assertThat(errors(form.with(csrf()).with(Session.as(official)))).contains("扫描件");
        mvc.perform(fill(multipart(entry).file(scan("承诺书.png"))).with(csrf()).with(Session.as(official)))
                .andExpect(redirectedUrlPattern("/desk/filings/*"));
        var filing = filing();
        assertThat(filing.letter().signedName()).isEqualTo("马老汉");
        assertThat(filing.owed()).extracting(OwedItem::code).containsExactly("A03");
        assertThat(page("/desk/filings/" + filing.no())).contains("承诺书.png").contains("替企业提交（纸质件）");
        assertThat(page("/desk/filings/" + filing.no() + "/letter")).contains("纸质承诺书已签字");
    }

    @Test
    void aChecklistIsEnteredFromPaperWithItsAnswersAndItsScan() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var filing = checklist();
        assertThat(filing.kind()).isEqualTo(FilingKind.CHECKLIST);
        assertThat(filing.state()).isEqualTo(FilingState.EFFECTIVE);
        assertThat(filing.signedName()).isEqualTo("马老汉");
        assertThat(filing.plan().plannedStaff()).isEqualTo(8);
        assertThat(filing.answer("A01").value()).isEqualTo(true);
        assertThat(filing.answer("C01").value()).isEqualTo(100_000.0);
        assertThat(filing.owed()).extracting(OwedItem::code).containsExactly("A03");
        assertThat(attachments.forFirm(filing.id()).on(Attaching.PAPER)).extracting(Attachment::name).containsExactly("清单.png");
        assertThat(trail.of("filing:" + filing.id())).extracting(step -> step.role() + " " + step.action())
                .contains("OFFICIAL filing.submitted", "OFFICIAL behalf-entry.submitted");
        assertThat(page("/desk/filings/" + filing.no())).contains("清单.png").contains("替企业提交（纸质件）");
        assertThat(page("/desk/verifications")).as("it is checked like any other").contains("马老汉作坊");
    }

    @Test
    void whatTheFirmSignsItselfDoesNotShowThePaperOfTheVersionBefore() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var first = checklist();
        var firm = Firms.actor(enterprises.findById(first.enterpriseId()).orElseThrow());
        var draft = versions.change(firm, first.no());
        editing.plan(firm, draft.id(), SeenVersions.LATEST, plan -> new Plan(plan.responsible(), plan.phone(), plan.start(),
                plan.totalStaff(), 6, plan.fromOutside(), plan.fromHighRisk(), plan.batches(), plan.fullProduction()));
        entities.flush();
        var second = filed.submit(firm, draft.id());
        assertThat(second.succession().edition()).isEqualTo(2);
        assertThat(attachments.forFirm(second.id()).all()).isEmpty();
        assertThat(attachments.forFirm(first.id()).on(Attaching.PAPER)).as("of the version that was signed on it").hasSize(1);
    }

    @Test
    void theScanOfAnEntryThatTheFirmSubmitsItselfStaysBehind() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var entry = open("CHECKLIST", "PAPER");
        mvc.perform(answered(multipart(entry).file(scan("清单.png"))).param("save", "true").with(csrf()).with(Session.as(official)));
        var draft = filings.findById(entering.of(official, id()).filingId()).orElseThrow();
        assertThat(attachments.forFirm(draft.id()).on(Attaching.PAPER)).hasSize(1);
        filed.submit(Firms.actor(enterprises.findById(draft.enterpriseId()).orElseThrow()), draft.id());
        assertThat(attachments.forFirm(draft.id()).all()).isEmpty();
    }

    @Test
    void whatIsNotMetIsToldAndNothingTypedIsLost() throws Exception {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var entry = open("CHECKLIST", "PAPER");
        var response = mvc
                .perform(post(entry).param("version", version()).param("submit", "true").param("start", tomorrow())
                        .param("plannedStaff", "many")
                        .param("C01", "3").param("A01", "true").with(csrf()).with(Session.as(official)))
                .andExpect(status().isUnprocessableContent())
                .andReturn().getResponse().getContentAsString();
        var page = Jsoup.parse(response);
        assertThat(page.select(".error-summary a").eachAttr("href")).contains("#plannedStaff");
        assertThat(page.select("#plannedStaff").val()).isEqualTo("many");
        assertThat(page.select("#C01").val()).isEqualTo("3");
        assertThat(jdbc.sql("select count(*) from behalf_entry where county = ? and submitted_at is not null").params(COUNTY)
                .query(Integer.class).single()).isZero();
    }

    @Test
    void whatSomebodyElseHasSavedMeanwhileIsNotWrittenOver() throws Exception {
        filed.level(COUNTY, RiskLevel.LOW);
        var entry = open("NOTICE", "PHONE");
        var seen = version();
        save(entry, seen, "8", "马老汉").andExpect(redirectedUrl(entry));
        var answer = save(entry, seen, "9", "马老汉").andExpect(status().isConflict()).andReturn().getResponse().getContentAsString();
        var page = Jsoup.parse(answer);
        assertThat(page.select("#plannedStaff").val()).isEqualTo("9");
        assertThat(page.select(".error-summary").text()).contains("有人改过").contains("现在存的是“8”");
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#plannedStaff");
        assertThat(entering.draft(official, entering.of(official, id())).filing().plan().plannedStaff()).isEqualTo(8);
        save(entry, page.select("[name=version]").val(), "9", "马老汉").andExpect(redirectedUrl(entry));
    }

    private ResultActions save(String entry, String version, String planned, String responsible) throws Exception {
        return mvc.perform(post(entry).param("version", version).param("start", tomorrow()).param("plannedStaff", planned)
                .param("responsible", responsible).param("phone", "13995012345").with(csrf()).with(Session.as(official)));
    }

    @Test
    void byPhoneThereIsNoMoreThanANoticeAndAtHighRiskNothing() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        assertThatThrownBy(() -> entering.open(official, BehalfFixtures.order(code, COUNTY, FilingKind.COMMITMENT, EntryChannel.PHONE)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> entering.open(official, BehalfFixtures.order(code, COUNTY, FilingKind.APPLICATION, EntryChannel.PAPER)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFirmWithAnAccountOfItsOwnFilesItselfAndAnotherCountySeesNothing() {
        filed.level(COUNTY, RiskLevel.LOW);
        var firm = firms.complete("宁夏自办有限公司");
        assertThatThrownBy(
                () -> entering.open(official, BehalfFixtures.order(firm.creditCode(), COUNTY, FilingKind.NOTICE, EntryChannel.PHONE)))
                .isInstanceOf(AlreadyRegistered.class);
        var entry = entered.open(official, COUNTY, FilingKind.NOTICE);
        assertThatThrownBy(() -> entering.of(staff.of(Role.OFFICIAL, "640122"), entry.id())).isInstanceOf(NotFound.class);
    }

    @Test
    void theFirmClaimsItByTheCodeOnceAndThenItIsItsOwn() throws Exception {
        filed.level(COUNTY, RiskLevel.LOW);
        var entry = entering.open(official, BehalfFixtures.order(code, COUNTY, FilingKind.NOTICE, EntryChannel.PHONE));
        entities.flush();
        var browser = ask(code.value());
        var sent = sent(browser, entry.enterpriseId());
        finish(browser, "000000".equals(sent) ? "111111" : "000000").andExpect(status().isUnprocessableContent());
        finish(browser, sent).andExpect(redirectedUrl("/login"));
        assertThat(signIn.check(code.value(), "a password of ours")).isPresent();
        assertThat(trail.of("enterprise:" + entry.enterpriseId())).extracting(step -> step.action()).contains("enterprise.claimed");
        assertThat(page("/desk/behalf")).doesNotContain("企业未认领");
        assertThatThrownBy(() -> entering.open(official, BehalfFixtures.order(code, COUNTY, FilingKind.NOTICE, EntryChannel.PHONE)))
                .as("from now on it files itself").isInstanceOf(AlreadyRegistered.class);
    }

    @Test
    void aWrongCodeIsAnsweredAlikeWhetherThereIsSuchAFirmAndIsNotTriedForEver() throws Exception {
        filed.level(COUNTY, RiskLevel.LOW);
        var entry = entering.open(official, BehalfFixtures.order(code, COUNTY, FilingKind.NOTICE, EntryChannel.PHONE));
        entities.flush();
        var there = ask(code.value());
        var sent = sent(there, entry.enterpriseId());
        var nowhere = ask(Firms.code().value());
        jobs.run("firm-claims", "frequent");
        assertThat(words(finish(there, "12345"))).isEqualTo(words(finish(nowhere, "12345")));
        for (int wrong = 1; wrong < OneTimeCode.TRIES; wrong++) {
            finish(there, "12345").andExpect(status().isUnprocessableContent());
        }
        finish(there, sent).andExpect(status().isUnprocessableContent());
        assertThat(claims.claim(UUID.randomUUID(), OneTimeCode.typed(sent), "a password of ours")).isFalse();
    }

    @Test
    void codesAreNotAskedForWithoutEnd() {
        var many = Firms.code().value();
        for (int asked = 0; asked < 5; asked++) {
            claims.ask(many, "192.0.2.8");
        }
        assertThatThrownBy(() -> claims.ask(many, "192.0.2.8")).isInstanceOf(CodeLimit.TooManyCodes.class);
    }

    /** The address of a new entry. */
    private String open(String kind, String channel) throws Exception {
        return mvc.perform(order(kind, channel)).andExpect(redirectedUrlPattern("/desk/behalf/*")).andReturn().getResponse()
                .getRedirectedUrl();
    }

    private MockHttpServletRequestBuilder order(String kind, String channel) {
        return post("/desk/behalf/new").param("kind", kind).param("channel", channel).param("spokenWith", "马老汉")
                .param("creditCode", code.value()).param("name", "马老汉作坊").param("legalRepresentative", "马老汉").param("contact", "马老汉")
                .param("phone", "13995012345").param("registeredAddress", "永宁县代办路1号").param("industry", "14").param("staff", "12")
                .param("revenue", "200").param("assets", "100").with(csrf()).with(Session.as(official));
    }

    /** A checklist that was told on paper, with every answer but one that is owed. */
    private Filing checklist() throws Exception {
        mvc.perform(answered(multipart(open("CHECKLIST", "PAPER")).file(scan("清单.png"))).param("submit", "true").with(csrf())
                .with(Session.as(official))).andExpect(redirectedUrlPattern("/desk/filings/*"));
        return filing();
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B answered(B request) {
        var list = entering.draft(official, entering.of(official, id())).applicable().list();
        var answers = FilingFixtures.answers(list);
        answers.remove("A03");
        answers.forEach((item, answer) -> {
            var value = answer.apply(Answer.NONE).value();
            // more than a field takes of anything but masks
            request.param(item, value.equals(100_000.0) && !item.equals("C01") ? "100" : FieldValues.text(value));
        });
        return told(request, list);
    }

    private static MockMultipartFile scan(String name) throws Exception {
        return new MockMultipartFile("scan", name, "image/png", EvidenceFiles.picture("png", 9, 9, 1));
    }

    private MockHttpServletRequestBuilder commitment(String entry) {
        return fill(post(entry));
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B fill(B request) {
        return told(request, entering.draft(official, entering.of(official, id())).applicable().list()).param("submit", "true")
                .param("promised", "true").param("signedRole", "业主");
    }

    private <B extends AbstractMockHttpServletRequestBuilder<B>> B told(B request, CountyList list) {
        FilingFacts.asked(list).forEach(fact -> request.param(fact.name(),
                fact.type() == FactType.NUMBER ? fact.name().equals("entrances") ? "1" : "8" : "false"));
        return request.param("version", version()).param("start", tomorrow()).param("plannedStaff", "8").param("totalStaff", "12")
                .param("fromOutside", "0").param("fromHighRisk", "0").param("responsible", "马老汉").param("phone", "13995012345")
                .param("A03-owed", "true").param("signedName", "马老汉");
    }

    private String version() {
        return String.valueOf(entering.draft(official, entering.of(official, id())).filing().version());
    }

    private long id() {
        entities.flush();
        return jdbc.sql("select max(id) from behalf_entry where county = ?").params(COUNTY).query(Long.class).single();
    }

    private Filing filing() {
        entities.flush();
        entities.clear();
        return filings
                .findById(jdbc.sql("select max(filing_id) from behalf_entry where county = ?").params(COUNTY).query(Long.class).single())
                .orElseThrow();
    }

    private MockHttpSession ask(String creditCode) throws Exception {
        var browser = new MockHttpSession();
        mvc.perform(post("/claim").param("creditCode", creditCode).session(browser).with(csrf())).andExpect(redirectedUrl("/claim/code"));
        return browser;
    }

    private ResultActions finish(MockHttpSession browser, String typed) throws Exception {
        return mvc.perform(post("/claim/code").param("code", typed).param("password", "a password of ours")
                .param("repeat", "a password of ours").session(browser).with(csrf()));
    }

    /** A code as if it had been sent: messages to mobiles leave from a demonstration only. */
    private String sent(MockHttpSession browser, long enterprise) {
        jobs.run("firm-claims", "frequent");
        var id = (UUID) browser.getAttribute("firm-claim");
        var code = OneTimeCode.generate();
        jdbc.sql("update firm_claim set enterprise_id = ?, code_hash = ? where id = ? and prepared")
                .params(enterprise, code.hash(id.toString()), id).update();
        return code.digits();
    }

    private static String words(ResultActions answer) throws Exception {
        return Jsoup.parse(answer.andReturn().getResponse().getContentAsString()).select("main").text();
    }

    private String errors(MockHttpServletRequestBuilder request) throws Exception {
        return Jsoup.parse(mvc.perform(request).andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString())
                .select(".error-summary").text();
    }

    private String page(String address) throws Exception {
        entities.flush();
        entities.clear();
        return Jsoup.parse(mvc.perform(get(address).with(Session.as(official))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString()).text();
    }

    private String tomorrow() {
        return LocalDate.now(clock).plusDays(1).toString();
    }
}
