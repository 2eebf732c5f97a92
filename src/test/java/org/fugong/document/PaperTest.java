package org.fugong.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTest {

    @ParameterizedTest
    @ValueSource(strings = {"工人长门见风马龙金木水火土一二黑白羽老者", "㛃𬭎䶮𰻞", "𠮷野家𡋤", "office fluffy first 1/2 fi", "ⅷ①（一）《通知》“引号”·—…",
            "⼯厂与⼈", "340 只（100 人 × 每人每日 2 只）"})
    void whatIsCopiedIsWhatWasTyped(String typed) throws IOException {
        for (var weight : new String[]{"p", "strong"}) {
            assertThat(text(pdf("<" + weight + ">" + typed + "</" + weight + ">")).strip())
                    .isEqualTo("1 / 1\n" + typed);
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 0.2, 0.7", "zh-CN, 0.9, 1.1"})
    void marksAreAsWideAsTheLanguageHasThem(String language, double least, double most) throws IOException {
        var typed = "By “通知”, a people’s court · one … two";
        var body = "<p>" + typed + "</p><p><strong>" + typed + "</strong></p>";
        var pdf = Paper.pdf("<html lang=" + language + "><head><title>x</title></head><body>" + body + "</body></html>", Locale.ENGLISH);
        var widths = new ArrayList<Double>();
        var measuring = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if ("“”’·".contains(text.getUnicode())) {
                    widths.add((double) text.getWidthDirAdj() / text.getFontSizeInPt());
                }
                super.processTextPosition(text);
            }
        };
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(measuring.getText(document).strip()).isEqualTo("1 / 1\n" + typed + "\n" + typed);
        }
        assertThat(widths).hasSize(8).allSatisfy(width -> assertThat(width).isBetween(least, most));
    }

    /** One glyph stands for one character in a paper, and nobody sees which of the two was typed. */
    @Test
    void ofACharacterAndItsRadicalInOnePaperTheCharacterIsCopied() throws IOException {
        assertThat(text(pdf("<p>工厂 ⼯厂</p>"))).contains("工厂 工厂");
    }

    @Test
    void aCharacterThatNoFontHasIsPrintedByItsNumber() throws IOException {
        assertThat(text(pdf("<p>王\uD884\uDC50某\u200b</p>"))).contains("王〔U+31050〕某").doesNotContain("#");
    }

    @Test
    void aNumberIsNotBrokenAtAHyphen() throws IOException {
        var number = "640181-200312-00427-8";
        var filler = IntStream.range(0, 60).mapToObj(n -> "字".repeat(n) + "原备案 " + number + " 由新的替代")
                .collect(Collectors.joining("</p><p>", "<p>", "</p>"));
        assertThat(Pattern.compile(number).matcher(text(pdf(filler))).results()).hasSize(60);
    }

    @Test
    void itsFontsAreInItAndNoMoreOfThemThanItNeeds() throws IOException {
        var pdf = pdf("<p>工人 <strong>工人</strong> 𠮷</p>");
        assertThat(pdf.length).isLessThan(60_000);
        try (var document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            assertThat(resources.getFontNames()).hasSize(3).allSatisfy(name -> {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+.*");
            });
        }
    }

    @Test
    void aPictureIsOneSheetOfA4() {
        assertThat(PaperPicture.png(pdf("<p>工人</p>"))).startsWith(0x89, 'P', 'N', 'G');
    }

    private static byte[] pdf(String body) {
        return Paper.pdf("<html lang=zh-CN><head><title>x</title></head><body>" + body + "</body></html>", Locale.SIMPLIFIED_CHINESE);
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
