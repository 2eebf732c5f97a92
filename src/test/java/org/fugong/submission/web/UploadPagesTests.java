package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.attachment.Attachment;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.attachment.Uploads;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** A file comes a piece at a time, and goes on after a break where it stopped. */
@WebTest
@Transactional
class UploadPagesTests {

    private static final String COUNTY = "640303";
    private static final byte[] FILE = EvidenceFiles.pdfOfBytes(2 * Uploads.PIECE + 100, 1);

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
    DueJobs jobs;
    @Autowired
    TestClock clock;
    @Autowired
    JdbcClient jdbc;

    private Enterprise firm;
    private Actor clerk;
    private long draft;
    private String here;

    @BeforeEach
    void aDraft() {
        received.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏断点续传有限公司");
        clerk = Firms.actor(firm);
        draft = filed.complete(firm, firms.site(firm, COUNTY), FilingKind.CHECKLIST).id();
        here = "/my/drafts/" + draft + "/attachments/C01";
    }

    @AfterEach
    void theTimeIsTheRealOne() {
        clock.reset();
    }

    @Test
    void allPiecesAreTheFileAndNothingIsLeftOfThem() throws Exception {
        var upload = begin(FILE);
        assertThat(upload.getHeader("Upload-Offset")).isEqualTo("0");
        sendFrom(upload, 0, FILE);
        var answer = complete(upload);
        assertThat(answer.getRedirectedUrl()).isEqualTo(here);
        var kept = attachments.forFirm(draft).on("C01");
        assertThat(kept).singleElement().extracting(Attachment::name).isEqualTo("台账.pdf");
        assertThat(attachments.ofFirm(firm.id(), kept.getFirst().id(), false).orElseThrow().bytes()).isEqualTo(FILE);
        assertThat(jdbc.sql("select count(*) from attachment_upload_piece p join attachment_upload u on u.id = upload_id "
                + "where filing_id = :id").param("id", draft).query(Long.class).single()).isZero();
        assertThat(complete(upload).getStatus()).isEqualTo(404);
    }

    @Test
    void whoBeginsTheSameFileAgainGoesOnWhereItStopped() throws Exception {
        var upload = begin(FILE);
        assertThat(piece(upload, 0, part(FILE, 0)).getHeader("Upload-Offset")).isEqualTo("" + Uploads.PIECE);
        var again = begin(FILE);
        assertThat(again.getHeader("Location")).isEqualTo(upload.getHeader("Location"));
        assertThat(again.getHeader("Upload-Offset")).isEqualTo("" + Uploads.PIECE);
        assertThat(answer(get(upload.getHeader("Location"))).getHeader("Upload-Offset")).isEqualTo("" + Uploads.PIECE);
        sendFrom(again, Uploads.PIECE, FILE);
        assertThat(complete(again).getRedirectedUrl()).isEqualTo(here);
    }

    @Test
    void aPieceThatIsNotTheNextOneIsNotTakenAndTheNextOneIsNamed() throws Exception {
        var upload = begin(FILE);
        assertThat(piece(upload, 0, part(FILE, 0)).getStatus()).isEqualTo(204);
        for (int wrong : new int[]{0, -1, Uploads.PIECE - 1, 2 * Uploads.PIECE}) {
            var answer = piece(upload, wrong, part(FILE, 0));
            assertThat(answer.getStatus()).isEqualTo(409);
            assertThat(answer.getHeader("Upload-Offset")).isEqualTo("" + Uploads.PIECE);
        }
        assertThat(piece(upload, Uploads.PIECE, new byte[0]).getStatus()).isEqualTo(204);
        assertThat(piece(upload, Uploads.PIECE, new byte[Uploads.PIECE + 1]).getStatus()).isEqualTo(413);
        assertThat(complete(upload).getStatus()).isEqualTo(404);
        sendFrom(upload, Uploads.PIECE, FILE);
        assertThat(piece(upload, FILE.length, new byte[]{1}).getStatus()).isEqualTo(409);
        assertThat(complete(upload).getRedirectedUrl()).isEqualTo(here);
    }

    @Test
    void whatIsNotTheAnnouncedFileIsRefusedAndBegunAnew() throws Exception {
        var other = FILE.clone();
        other[other.length / 2] ^= 1;
        var upload = begin(FILE);
        sendFrom(upload, 0, other);
        var answer = complete(upload);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".error-summary").text()).contains("“台账.exe”打不开");
        assertThat(begin(FILE).getHeader("Upload-Offset")).isEqualTo("0");
        assertThat(attachments.forFirm(draft).all()).isEmpty();
    }

    @Test
    void whatIsNoFileThatIsTakenIsRefusedWithWordsAndForgotten() throws Exception {
        var svg = "<svg/>".getBytes();
        var upload = begin(svg);
        piece(upload, 0, svg);
        var answer = complete(upload);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".error-summary").text()).contains("“台账.exe”不是能够接收的文件");
        assertThat(answer(get(upload.getHeader("Location"))).getStatus()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"0, 64", "-1, 64", "10485761, 64", "9, 63", "9, 0"})
    void whatNoFileCanBeIsNotBegun(int size, int digits) throws Exception {
        assertThat(answer(post(here + "/uploads").param("name", "a").param("size", "" + size).param("sha256", "0".repeat(digits)))
                .getStatus()).isEqualTo(400);
    }

    @Test
    void itIsTheSendersAlone() throws Exception {
        var upload = begin(FILE);
        var other = firms.complete("宁夏别家续传有限公司");
        var theirs = filed.complete(other, firms.site(other, COUNTY), FilingKind.CHECKLIST).id();
        var id = upload.getHeader("Location").substring(upload.getHeader("Location").lastIndexOf('/'));
        for (var address : new String[]{upload.getHeader("Location"), "/my/drafts/" + theirs + "/attachments/C01/uploads" + id}) {
            var request = patch(address).header("Upload-Offset", "0").content(part(FILE, 0)).with(csrf());
            assertThat(mvc.perform(request.with(Session.as(Firms.actor(other)))).andReturn().getResponse().getStatus()).isEqualTo(404);
        }
        // nor is it one for another item
        assertThat(answer(get(upload.getHeader("Location").replace("C01", "C02"))).getStatus()).isEqualTo(404);
    }

    @Test
    void ofMoreThanFiveTheOneGoesThatWasLeftLongest() throws Exception {
        var first = begin(new byte[]{1});
        for (int n = 2; n <= 5; n++) {
            clock.advance(Duration.ofMinutes(1));
            begin(new byte[]{(byte) n});
        }
        clock.advance(Duration.ofMinutes(1));
        begin(new byte[]{1});
        clock.advance(Duration.ofMinutes(1));
        begin(new byte[]{6});
        assertThat(answer(get(first.getHeader("Location"))).getStatus()).isEqualTo(204);
        assertThat(jdbc.sql("select count(*) from attachment_upload where account_id = :id").param("id", clerk.accountId())
                .query(Long.class).single()).isEqualTo(5);
        assertThat(begin(new byte[]{2}).getHeader("Location")).isNotEqualTo(first.getHeader("Location"));
    }

    @Test
    void afterADayItIsGivenUp() throws Exception {
        var upload = begin(FILE);
        piece(upload, 0, part(FILE, 0));
        clock.advance(Duration.ofHours(23));
        jobs.run("attachment-uploads", "daily");
        assertThat(answer(get(upload.getHeader("Location"))).getStatus()).isEqualTo(204);
        clock.advance(Duration.ofHours(2));
        jobs.run("attachment-uploads", "daily");
        assertThat(answer(get(upload.getHeader("Location"))).getStatus()).isEqualTo(404);
    }

    private MockHttpServletResponse begin(byte[] file) throws Exception {
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
        var answer = answer(post(here + "/uploads").param("name", "../台账.exe").param("size", "" + file.length).param("sha256", hash));
        assertThat(answer.getStatus()).isEqualTo(201);
        return answer;
    }

    private void sendFrom(MockHttpServletResponse upload, int from, byte[] file) throws Exception {
        for (int at = from; at < file.length;) {
            var answer = piece(upload, at, part(file, at));
            assertThat(answer.getStatus()).isEqualTo(204);
            at = Integer.parseInt(answer.getHeader("Upload-Offset"));
        }
    }

    private static byte[] part(byte[] file, int at) {
        return Arrays.copyOfRange(file, at, Math.min(file.length, at + Uploads.PIECE));
    }

    private MockHttpServletResponse piece(MockHttpServletResponse upload, int at, byte[] bytes) throws Exception {
        return answer(patch(upload.getHeader("Location")).header("Upload-Offset", "" + at).content(bytes));
    }

    private MockHttpServletResponse complete(MockHttpServletResponse upload) throws Exception {
        return answer(post(upload.getHeader("Location") + "/completion"));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(Session.as(clerk))).andReturn().getResponse();
    }
}
