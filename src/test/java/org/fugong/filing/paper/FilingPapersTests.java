package org.fugong.filing.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.servlet.http.Cookie;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingDecision;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingPapersTests {

    private static final String COUNTY = "640181";
    private static final String NAME = "宁夏𠮷䶮工人门业有限公司";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    FilingDecision decision;
    @Autowired
    JdbcClient jdbc;

    private Enterprise firm;
    private Filing filing;

    @BeforeEach
    void aCommitment() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete(NAME);
        filing = filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.COMMITMENT);
    }

    @Test
    void theReceiptIsOneSheetThatSaysWhatThePageSays() throws Exception {
        var answer = mine("receipt.pdf", Locale.SIMPLIFIED_CHINESE);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Cache-Control")).startsWith("private");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("attachment").contains(filing.no() + ".pdf");
        assertThat(pages(answer)).isEqualTo(1);
        assertThat(text(answer)).contains(filing.no(), NAME, firm.creditCode().value(), "银川市灵武市", "告知承诺",
                "/receipts/" + filing.token(),
                "接下来", "96168").doesNotContain("下载", "#");
    }

    @Test
    void theReceiptIsInTheReadersLanguage() throws Exception {
        var answer = mine("receipt.pdf", Locale.ENGLISH);
        assertThat(pages(answer)).isEqualTo(1);
        assertThat(text(answer)).contains(filing.no(), NAME, "Lingwu", "State when printed");
    }

    @Test
    void theLetterHasEachLineThatWasSignedAndItsHash() throws Exception {
        var text = text(mine("letter.pdf", Locale.SIMPLIFIED_CHINESE)).replaceAll("[\\s　]+|\\d+ / \\d+\n", "");
        assertThat(text).contains(filing.letter().hash(), filing.signedName(), filing.no());
        assertThat(filing.letter().text().split("\n")).allSatisfy(line -> assertThat(text).contains(line.replaceAll("[\\s　]+", "")));
    }

    @Test
    void aPaperIsMadeOnceForWhatItSays() throws Exception {
        var first = mine("receipt.pdf", Locale.SIMPLIFIED_CHINESE).getContentAsByteArray();
        assertThat(mine("receipt.pdf", Locale.SIMPLIFIED_CHINESE).getContentAsByteArray()).isEqualTo(first);
        assertThat(made()).isEqualTo(1);
        mine("receipt.pdf", Locale.ENGLISH);
        assertThat(made()).isEqualTo(2);
    }

    @Test
    void thePictureIsASheetOfA4WhoseCodeCanBeScanned() throws Exception {
        var answer = mine("receipt.png", Locale.SIMPLIFIED_CHINESE);
        assertThat(answer.getContentType()).isEqualTo("image/png");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("inline").contains(filing.no() + ".png");
        var picture = ImageIO.read(new ByteArrayInputStream(answer.getContentAsByteArray()));
        int width = picture.getWidth();
        int height = picture.getHeight();
        assertThat((double) height / width).isCloseTo(297.0 / 210, within(0.01));
        var pixels = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        assertThat(new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(pixels)),
                Map.of(DecodeHintType.TRY_HARDER, true)).getText())
                .endsWith("/receipts/" + filing.token());
    }

    @Test
    void theOfficialOfTheCountyReadsTheSamePaper() throws Exception {
        var answer = mvc.perform(get("/desk/filings/" + filing.no() + "/receipt.pdf")
                .with(Session.as(received.official(COUNTY))))
                .andExpect(status().isOk()).andReturn().getResponse();
        assertThat(answer.getContentAsByteArray()).isEqualTo(mine("receipt.pdf", Locale.SIMPLIFIED_CHINESE).getContentAsByteArray());
    }

    @Test
    void whereNothingWasSignedThereIsNoLetter() throws Exception {
        var checklist = received.notice("640106", "宁夏报送有限公司");
        mvc.perform(get("/my/filings/" + checklist.no() + "/letter.pdf").with(Session.as(checklist.actor())))
                .andExpect(status().isNotFound()).andExpect(header().doesNotExist("Content-Disposition"));
    }

    @Test
    void aPermissionIsAPaperFromWhenItIsGiven() throws Exception {
        received.level("640502", RiskLevel.HIGH);
        var application = received.application("640502", "宁夏准予有限公司", LocalDate.of(2026, 12, 1));
        var address = "/my/filings/" + application.no() + "/permit.pdf";
        mvc.perform(get(address).with(Session.as(application.actor()))).andExpect(status().isNotFound());
        decision.permit(received.official("640502"), application.no());
        var answer = mvc.perform(get(address).with(Session.as(application.actor()))).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(pages(answer)).isEqualTo(1);
        assertThat(text(answer)).contains("准予复工通知书", application.no(), "宁夏准予有限公司", "容缺", "96168");
    }

    private MockHttpServletResponse mine(String paper, Locale locale) throws Exception {
        return mvc.perform(get("/my/filings/" + filing.no() + "/" + paper).cookie(new Cookie("lang", locale.getLanguage()))
                .with(Session.as(Firms.actor(firm))))
                .andExpect(status().isOk()).andReturn().getResponse();
    }

    private long made() {
        return jdbc.sql("select count(*) from document where about = ?").param("filing:" + filing.id()).query(Long.class).single();
    }

    private static int pages(MockHttpServletResponse answer) throws IOException {
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return document.getNumberOfPages();
        }
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
