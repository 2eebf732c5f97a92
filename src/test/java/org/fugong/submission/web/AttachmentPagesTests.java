package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import org.fugong.Session;
import org.fugong.WebTest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.attachment.Attachment;
import org.fugong.attachment.Attachments;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.edit.SeenVersions;
import org.fugong.job.DueJobs;
import org.fugong.submission.DraftEditing;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.fugong.web.Dates;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** A firm attaches evidence to a condition of its draft, and the county sees it beside the item. */
@WebTest
@Transactional
class AttachmentPagesTests {

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
    Attachments attachments;
    @Autowired
    DraftEditing editing;
    @Autowired
    AdaptationFixtures adapted;
    @Autowired
    AccountOpening accounts;
    @Autowired
    DueJobs jobs;
    @Autowired
    Trail trail;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;

    private Enterprise firm;
    private Actor clerk;
    private long draft;
    private String here;

    @BeforeEach
    void aDraft() {
        received.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏证据有限公司");
        clerk = Firms.actor(firm);
        draft = filed.complete(firm, firms.site(firm, COUNTY), FilingKind.CHECKLIST).id();
        here = "/my/drafts/" + draft + "/attachments/C01";
    }

    @Test
    void severalFilesAreAttachedAtOnceAndTheItemSaysHowMany() throws Exception {
        assertThat(page(get("/my/drafts/" + draft + "/conditions/C")).select("#c-C01 a[href=" + here + "]").text()).contains("上传附件");
        assertThat(page(get(here)).select("form[data-upload]").text()).contains("已经附了 0 个文件，共 0 KB；还能附 100 个，共 100 MB");
        var answer = attach(here, photograph("一.jpg", 1), photograph("二.jpg", 2), file("三.pdf", EvidenceFiles.pdf(1)));
        assertThat(answer.getRedirectedUrl()).isEqualTo(here);
        assertThat(page(get(here)).select(".attachments > li").eachText()).hasSize(3).allMatch(line -> line.contains("KB"));
        assertThat(page(get(here.replace("C01", "C02"))).select("form[data-upload]").text()).contains("已经附了 3 个文件").contains("还能附 97 个");
        assertThat(page(get("/my/drafts/" + draft + "/conditions/C")).select("#c-C01 a[href=" + here + "]").text()).contains("已有 3 个");
        assertThat(page(get("/my/drafts/" + draft + "/check")).select("#r-C01 .attachments li")).hasSize(3);
    }

    @Test
    void aFileThatIsNotTakenIsNamedAndTheOthersAreAttached() throws Exception {
        var answer = attach(here, photograph("好.jpg", 1), file("坏.jpg", "<svg/>".getBytes()), file("空.pdf", new byte[0]));
        assertThat(answer.getStatus()).isEqualTo(422);
        var page = Jsoup.parse(answer.getContentAsString());
        assertThat(page.select(".error-summary li").eachText()).hasSize(2).anyMatch(line -> line.contains("“坏.jpg”不是能够接收的文件"))
                .anyMatch(line -> line.contains("“空.pdf”是空文件"));
        assertThat(page.select(".attachments > li").eachText()).singleElement().asString().contains("好.jpg");
        assertThat(page.select("[role=status]").text()).contains("已经附上");
        var english = mvc.perform(multipart(here).file(file("坏.jpg", "<svg/>".getBytes())).param("lang", "en").with(csrf())
                .with(Session.as(clerk))).andReturn().getResponse();
        assertThat(Jsoup.parse(english.getContentAsString()).select(".error-summary").text()).contains("“坏.jpg” is no file that is taken");
    }

    @Test
    void nothingChosenIsSaidBesideTheField() throws Exception {
        var answer = attach(here, new MockMultipartFile("files", "", "application/octet-stream", new byte[0]));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".error-summary a[href=#files]").text()).isEqualTo("请先选择照片或文件");
    }

    @Test
    void oneIsReplacedInItsPlaceAndOneIsRemoved() throws Exception {
        attach(here, photograph("一.jpg", 1), photograph("二.jpg", 2));
        long first = attachments.forFirm(draft).on("C01").getFirst().id();
        assertThat(page(get(here + "?replace=" + first)).text()).contains("会替换“一.jpg”");
        attach(here + "?replace=" + first, photograph("三.jpg", 3));
        assertThat(page(get(here)).select(".attachments > li").eachText()).first().asString().contains("三.jpg");
        long second = attachments.forFirm(draft).on("C01").getLast().id();
        mvc.perform(post(here + "/" + second + "/removal").with(csrf()).with(Session.as(clerk)));
        assertThat(page(get(here)).select(".attachments > li").eachText()).singleElement().asString().contains("三.jpg");
    }

    @Test
    void earlierFilesAreOfferedAndAttachedWithoutBeingSent() throws Exception {
        var there = here.replace("C01", "C02");
        attach(here, photograph("一.jpg", 1), photograph("二.jpg", 2), file("三.pdf", EvidenceFiles.pdf(1)));
        assertThat(page(get(here)).select("#earlier-files")).isEmpty();
        assertThat(page(get(there)).select("#earlier li").eachText()).hasSize(3).first().asString().contains("三.pdf").contains("C01");
        var chosen = attachments.forFirm(draft).on("C01").subList(0, 2).stream().map(file -> String.valueOf(file.id())).toList();
        var answer = mvc.perform(post(there + "/earlier").param("earlier", chosen.getFirst(), chosen.getLast()).with(csrf())
                .with(Session.as(clerk))).andReturn().getResponse();
        assertThat(answer.getRedirectedUrl()).isEqualTo(there);
        assertThat(attachments.forFirm(draft).on("C02")).extracting(Attachment::name).containsExactly("一.jpg", "二.jpg");
        assertThat(page(get(there)).select("#earlier li").eachText()).singleElement().asString().contains("三.pdf");
    }

    @Test
    void whereNoEarlierFileIsTickedThatIsSaidAndAnotherFirmsIsNotFound() throws Exception {
        attach(here, photograph("一.jpg", 1));
        var there = here.replace("C01", "C02") + "/earlier";
        var nothing = mvc.perform(post(there).with(csrf()).with(Session.as(clerk))).andReturn().getResponse();
        assertThat(nothing.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(nothing.getContentAsString()).select(".error-summary a[href=#earlier]").text()).isEqualTo("请先勾选要附上的文件");
        var other = firms.complete("宁夏别家证据有限公司");
        var theirs = filed.complete(other, firms.site(other, COUNTY), FilingKind.CHECKLIST).id();
        var id = String.valueOf(attachments.forFirm(draft).on("C01").getFirst().id());
        assertThat(mvc.perform(post("/my/drafts/" + theirs + "/attachments/C01/earlier").param("earlier", id).with(csrf())
                .with(Session.as(Firms.actor(other)))).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(answer(get("/my/attachments/" + id), Firms.actor(other)).getStatus()).isEqualTo(404);
        assertThat(answer(get("/my/attachments/" + id + "/thumbnail"), Firms.actor(other)).getStatus()).isEqualTo(404);
    }

    @Test
    void manyEarlierFilesAreWalkedByPages() throws Exception {
        for (int n = 1; n <= 7; n++) {
            attach(here, photograph("甲" + n + ".jpg", n), file("乙" + n + ".pdf", EvidenceFiles.pdf(n)));
        }
        var there = here.replace("C01", "C02");
        var first = page(get(there));
        assertThat(first.select("#earlier li")).hasSize(12);
        var second = page(get(first.select("#earlier-files [rel=next]").attr("href").replaceFirst("#.*", "")));
        assertThat(second.select("#earlier li").eachText()).hasSize(2).last().asString().contains("甲1.jpg");
        assertThat(second.select("#earlier-files [rel=first]").attr("href")).isEqualTo(there + "#earlier-files");
    }

    @Test
    void aPictureIsShownAndAnythingElseIsOnlyHandedOut() throws Exception {
        attach(here, photograph("一.jpg", 1), file("二.docx", EvidenceFiles.docx()));
        var all = attachments.forFirm(draft).on("C01");
        var picture = answer(get("/my/attachments/" + all.getFirst().id()), clerk);
        assertThat(picture.getContentType()).isEqualTo(MediaType.IMAGE_JPEG_VALUE);
        assertThat(picture.getHeader("Content-Disposition")).startsWith("inline");
        var document = answer(get("/my/attachments/" + all.getLast().id()), clerk);
        assertThat(document.getHeader("Content-Disposition")).startsWith("attachment").contains("docx");
        assertThat(document.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(document.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer(get("/my/attachments/" + all.getLast().id() + "/thumbnail"), clerk).getStatus()).isEqualTo(404);
    }

    @Test
    void aLargeFileComesWholeAndFromTheMiddleOn() throws Exception {
        var large = EvidenceFiles.pdfOfBytes(900_000, 1);
        attach(here, file("台账.pdf", large));
        var address = "/my/attachments/" + attachments.forFirm(draft).on("C01").getFirst().id();
        var whole = answer(get(address), clerk);
        assertThat(whole.getContentAsByteArray()).isEqualTo(large);
        assertThat(whole.getContentLength()).isEqualTo(large.length);
        var rest = answer(get(address).header("Range", "bytes=300000-"), clerk);
        assertThat(rest.getStatus()).isEqualTo(206);
        assertThat(rest.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(large, 300_000, large.length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"facts", "list", "level"})
    void aFileOfAnItemThatDoesNotApplyIsShownAmongTheTasksAndDoesNotGoWithTheFiling(String change) throws Exception {
        var item = change.equals("facts") ? "C07" : "D07";
        dormitory(change.equals("facts"));
        attach("/my/drafts/" + draft + "/attachments/" + item, photograph("宿舍.jpg", 1), photograph("走廊.jpg", 2));
        attach(here, photograph("口罩.jpg", 3));
        assertThat(page(get("/my/drafts/" + draft)).select("#unneeded")).isEmpty();
        switch (change) {
            case "facts" -> dormitory(false);
            case "list" -> adapted.adapt(0, new Adaptation(new TreeSet<>(List.of(item)), new TreeMap<>()), "本县不要求", null,
                    accounts.open("unneeded-admin", Firms.PASSWORD, "县区管理员", Role.COUNTY_ADMIN, COUNTY).actor());
            default -> {
                received.level(COUNTY, RiskLevel.LOW);
                jobs.run("level-effects",
                        jdbc.sql("select max(id) from risk_level_change where county = ?").param(COUNTY).query(String.class).single());
            }
        }
        for (var place : List.of("", "/check")) {
            var shown = page(get("/my/drafts/" + draft + place));
            assertThat(shown.select("#unneeded").text()).contains(item, "不会随提交送出", "宿舍.jpg", "走廊.jpg");
            assertThat(shown.select("#unneeded .attachments a").eachText().toString().contains("口罩.jpg")).isEqualTo(change.equals("level"));
            assertThat(shown.select("#r-" + item + " .attachments")).isEmpty();
        }
        var removal = page(get("/my/drafts/" + draft)).select("#unneeded form[action*=/" + item + "/]").first().attr("action");
        assertThat(answer(post(removal).with(csrf()), clerk).getRedirectedUrl()).isEqualTo("/my/drafts/" + draft);
        assertThat(attachments.forFirm(draft).on(item)).hasSize(1);
        long left = attachments.forFirm(draft).on(item).getFirst().id();

        var no = filed.submit(firm, draft).no();
        entities.flush();
        assertThat(attachments.forFirm(draft).all()).extracting(Attachment::item)
                .containsExactlyElementsOf(change.equals("level") ? List.of() : List.of("C01"));
        assertThat(trail.of("attachment:" + left)).last().extracting(Entry::action).isEqualTo("attachment.removed");
        assertThat(answer(get("/desk/attachments/" + left), received.official(COUNTY)).getStatus()).isEqualTo(404);
        assertThat(page(get("/my/filings/" + no)).text()).doesNotContain("走廊.jpg");
    }

    @Test
    void aFileIsBackAtItsItemOnceThatAppliesAgain() throws Exception {
        dormitory(true);
        attach("/my/drafts/" + draft + "/attachments/C07", photograph("宿舍.jpg", 1));
        dormitory(false);
        assertThat(page(get("/my/drafts/" + draft)).select("#unneeded .attachments li")).hasSize(1);
        dormitory(true);
        assertThat(page(get("/my/drafts/" + draft)).select("#unneeded")).isEmpty();
        assertThat(page(get("/my/drafts/" + draft + "/conditions/C")).select("#c-C07").text()).contains("已有 1 个");
    }

    private void dormitory(boolean there) {
        editing.facts(clerk, draft, SeenVersions.LATEST, known -> Map.of("has_dormitory", there));
        editing.answers(clerk, draft, SeenVersions.LATEST, Map.of("C07", answer -> answer.value(4.0), "C08", answer -> answer.value(true)));
    }

    @Test
    void theCountySeesItBesideTheItemOnceItIsFiledAndNotBefore() throws Exception {
        attach(here, photograph("口罩.jpg", 1));
        long id = attachments.forFirm(draft).on("C01").getFirst().id();
        var official = received.official(COUNTY);
        assertThat(answer(get("/desk/attachments/" + id), official).getStatus()).isEqualTo(404);
        var no = filed.submit(firm, draft).no();
        entities.flush();
        assertThat(answer(get("/desk/attachments/" + id), official).getStatus()).isEqualTo(200);
        assertThat(Jsoup.parse(answer(get("/desk/filings/" + no), official).getContentAsString())
                .select("#r-C01 .attachments a[href=/desk/attachments/" + id + "]").text()).contains("口罩.jpg");
        var check = jdbc.sql("select id from verification where filing_id = :id").param("id", draft).query(Long.class).single();
        assertThat(Jsoup.parse(answer(get("/desk/verifications/" + check), official).getContentAsString())
                .select(".marks .attachments a[href=/desk/attachments/" + id + "]").text()).contains("口罩.jpg");
        assertThat(page(get("/my/filings/" + no)).select("#r-C01 .attachments a[href=/my/attachments/" + id + "]")).hasSize(1);
        assertThat(attach(here, photograph("后来.jpg", 2)).getRedirectedUrl()).isEqualTo("/my/filings/" + no);
    }

    @Test
    void beforeACheckIsConcludedTheOfficialSeesItAndAfterwardsTheFirmToo() throws Exception {
        attach(here, photograph("口罩.jpg", 1));
        long id = attachments.forFirm(draft).on("C01").getFirst().id();
        var no = filed.submit(firm, draft).no();
        entities.flush();
        var official = received.official(COUNTY);
        var check = "/desk/verifications/" + jdbc.sql("select id from verification where filing_id = :id").param("id", draft)
                .query(Long.class).single();
        mvc.perform(post(check + "/results").param("version", "0").param("mark.C01", "FAILS").param("rest", "CONFORMS").with(csrf())
                .with(Session.as(official)));
        entities.flush();
        var version = page(get(check), official).select("[name=version]").val();
        var concluded = page(get(check), official).select("[name^=mark][checked]").stream()
                .reduce(post(check + "/conclusion"), (form, mark) -> form.param(mark.attr("name"), mark.val()), (one, other) -> one);
        assertThat(mvc.perform(concluded.param("version", version).param("outcome", "RECTIFY").param("text", "请补足口罩。")
                .param("by", LocalDate.now(Dates.ZONE).plusDays(3).toString()).with(csrf()).with(Session.as(official))).andReturn()
                .getResponse().getRedirectedUrl()).isEqualTo(check);
        entities.flush();
        var onDesk = page(get(check), official);
        var onFirm = page(get("/my/filings/" + no + "/verification"));
        // once in the order that names the item, once in the results
        assertThat(onDesk.select("ul:not(.attachments) > li:contains(C01) .attachments a[href=/desk/attachments/" + id + "]")).hasSize(2);
        assertThat(onFirm.select("ul:not(.attachments) > li:contains(C01) .attachments a[href=/my/attachments/" + id + "]")).hasSize(2);
    }

    private MockHttpServletResponse attach(String path, MockMultipartFile... files) throws Exception {
        var request = multipart(path);
        for (var file : files) {
            request.file(file);
        }
        return mvc.perform(request.with(csrf()).with(Session.as(clerk))).andReturn().getResponse();
    }

    private static MockMultipartFile photograph(String name, int shade) {
        return file(name, EvidenceFiles.picture("jpeg", 60, 40, shade * 30));
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("files", name, "application/octet-stream", bytes);
    }

    private Document page(MockHttpServletRequestBuilder request) throws Exception {
        return page(request, clerk);
    }

    private Document page(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return Jsoup.parse(answer(request, actor).getContentAsString());
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request, Actor actor)
            throws Exception {
        return mvc.perform(request.with(Session.as(actor))).andReturn().getResponse();
    }
}
