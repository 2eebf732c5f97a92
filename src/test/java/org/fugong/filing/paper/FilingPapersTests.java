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
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.adaptation.CountyLists;
import org.fugong.application.RepliedApplications;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingPapersTests {

    private static final String COUNTY = "640181";
    /** With characters that fonts rarely have, and some that share a glyph with a radical. */
    private static final String NAME = "宁夏㛃𬭎䶮𰻞𠮷𡋤工人门业有限公司";
    /** How wide a sheet of A4 is, and the margin on its right, in points. */
    private static final double WIDTH = 595.3;
    private static final double MARGIN = 56.6;

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
    CountyLists lists;
    @Autowired
    Filings filings;
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
    void theFormHasEverythingThatWasFiled() throws Exception {
        var checklist = filed.submitted(firm, firms.site(firm, COUNTY, "分厂"), FilingKind.CHECKLIST);
        var text = joined(text(mine(checklist, "form.pdf", Locale.SIMPLIFIED_CHINESE)));
        assertThat(text).contains("企业复工复产备案表", checklist.no(), NAME, firm.creditCode().value(), "小型", "银川市兴庆区清和街1号",
                "分厂，工业路8号（银川市灵武市）", "通用设备制造业", "马建国", "王芳0951-6012345", "2批", "60人", "40人", "3人", "（盖章）",
                "确认人：马建国", "/receipts/" + checklist.token()).doesNotContain("下载", "#");
        assertThat(checklist.findings()).isNotEmpty().allSatisfy(finding -> assertThat(text)
                .contains(joined(finding.code() + lists.of(checklist.basis().listId(), null, COUNTY).item(finding.code()).title()),
                        joined(finding.zh())));
    }

    @Test
    void noHeadingOfTheFormStandsAtTheFootOfASheet() throws Exception {
        var answer = mine("form.pdf", Locale.SIMPLIFIED_CHINESE);
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page < document.getNumberOfPages(); page++) {
                var lines = of(page, new PDFTextStripper()).getText(document).strip().split("\n");
                assertThat(lines).noneMatch(line -> line.matches("[A-F] .*") && line.equals(lines[lines.length - 2]));
            }
        }
    }

    /** On the desk, too, in the other language, and for what was sent without conditions. */
    @Test
    void theFormIsAPageAsWell() throws Exception {
        assertThat(page("/my/filings/" + filing.no() + "/form", Firms.actor(firm), Locale.SIMPLIFIED_CHINESE))
                .contains("企业复工复产备案表", NAME, "href=\"/my/filings/" + filing.no() + "/form.pdf\"", "签署人：马建国（法定代表人）");
        assertThat(page("/desk/filings/" + filing.no() + "/form", received.official(COUNTY), Locale.ENGLISH))
                .contains("Filing to resume work", NAME, "href=\"/desk/filings/" + filing.no() + "/form.pdf\"");
        var notice = received.notice("640106", "宁夏报送有限公司");
        assertThat(page("/my/filings/" + notice.no() + "/form", notice.actor(), Locale.SIMPLIFIED_CHINESE))
                .contains("企业开工信息报送表", "宁夏报送有限公司").doesNotContain("判定");
    }

    /** A name may have 60 characters, and an address more. */
    @ParameterizedTest
    @CsvSource({"receipt.pdf, zh", "receipt.pdf, en", "form.pdf, zh", "form.pdf, en", "letter.pdf, zh", "letter.pdf, en"})
    void aLongNameStaysOnTheSheet(String paper, Locale locale) throws Exception {
        var name = "宁夏" + "𠮷𡋤工人".repeat(13) + "有限责任公司";
        assertThat(name.codePointCount(0, name.length())).isEqualTo(60);
        var long60 = firms.complete(name);
        var one = filed.submitted(long60, firms.site(long60, COUNTY, "W".repeat(50)), FilingKind.COMMITMENT);
        firm = long60;
        var answer = mine(one, paper, locale);
        assertThat(joined(text(answer))).contains(name);
        var widest = new double[1];
        var measuring = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                widest[0] = Math.max(widest[0], text.getXDirAdj() + text.getWidthDirAdj());
                super.processTextPosition(text);
            }
        };
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            measuring.getText(document);
        }
        assertThat(widest[0]).isBetween(WIDTH / 2, WIDTH - MARGIN + 1);
    }

    @Test
    void theLetterHasEachLineThatWasSignedAndItsHash() throws Exception {
        var text = joined(text(mine("letter.pdf", Locale.SIMPLIFIED_CHINESE)));
        assertThat(text).contains(filing.letter().hash(), filing.signedName(), filing.no());
        assertThat(filing.letter().text().split("\n")).allSatisfy(line -> assertThat(text).contains(joined(line)));
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
        assertThat((double) picture.getHeight() / picture.getWidth()).isCloseTo(297.0 / 210, within(0.01));
        assertThat(scanned(picture)).endsWith("/receipts/" + filing.token());
    }

    /** What a phone reads from the code on a sheet. */
    private static String scanned(BufferedImage picture) throws Exception {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var pixels = new RGBLuminanceSource(width, height, picture.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(pixels)), Map.of(DecodeHintType.TRY_HARDER, true)).getText();
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
        replies.permit(received.official("640502"), application.no());
        var answer = mvc.perform(get(address).with(Session.as(application.actor()))).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(pages(answer)).isEqualTo(1);
        assertThat(text(answer)).contains("准予复工通知书", application.no(), "宁夏准予有限公司", "容缺", "96168");
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            assertThat(scanned(new PDFRenderer(document).renderImageWithDPI(0, 150)))
                    .endsWith("/receipts/" + filings.findByNo(application.no()).orElseThrow().token());
        }
    }

    private MockHttpServletResponse mine(String paper, Locale locale) throws Exception {
        return mine(filing, paper, locale);
    }

    private MockHttpServletResponse mine(Filing one, String paper, Locale locale) throws Exception {
        return mvc.perform(get("/my/filings/" + one.no() + "/" + paper).cookie(new Cookie("lang", locale.getLanguage()))
                .with(Session.as(Firms.actor(firm))))
                .andExpect(status().isOk()).andReturn().getResponse();
    }

    private String page(String address, Actor reader, Locale locale) throws Exception {
        return mvc.perform(get(address).cookie(new Cookie("lang", locale.getLanguage())).with(Session.as(reader)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private long made() {
        return jdbc.sql("select count(*) from document where about = ?").param("filing:" + filing.id()).query(Long.class).single();
    }

    private static int pages(MockHttpServletResponse answer) throws IOException {
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return document.getNumberOfPages();
        }
    }

    private static PDFTextStripper of(int page, PDFTextStripper stripper) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper;
    }

    /** Without the ends of lines and of sheets, which are where they happen to be. */
    private static String joined(String text) {
        return text.replaceAll("(?m)^\\d+ / \\d+$", "").replaceAll("[\\s　]+", "");
    }

    private static String text(MockHttpServletResponse answer) throws IOException {
        try (var document = Loader.loadPDF(answer.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
