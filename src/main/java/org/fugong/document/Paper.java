package org.fugong.document;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.Document;

/** A page as it is printed on A4: its HTML, laid out by the style of papers alone, as a PDF. */
final class Paper {

    private static final String STYLE = style();

    static {
        // it tells each step of each paper; what goes wrong is thrown
        XRLog.setLoggingEnabled(false);
    }

    private Paper() {
    }

    /** What a paper is made from: two that say the same, laid out in the same way, are the same paper. */
    static String source(String html) {
        return STYLE + '\n' + html;
    }

    /** The PDF of a page; its fonts are in it, no more of them than it needs, and what is copied out of it is what it says. */
    static byte[] pdf(String html, Locale locale) {
        var page = Jsoup.parse(html);
        page.head().select("link, script").remove();
        page.head().appendElement("style").text(STYLE);
        var used = PaperText.settle(page);
        try (var document = Loader.loadPDF(laidOut(page, used, locale))) {
            CopiedText.mend(document, used);
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] laidOut(Document page, BitSet used, Locale locale) throws IOException {
        var out = new ByteArrayOutputStream();
        var renderer = new PdfRendererBuilder();
        var document = new PDDocument();
        renderer.usePDDocument(document);
        for (var font : PaperFont.values()) {
            if (font != PaperFont.RARE || used.stream().anyMatch(character -> PaperFont.REGULAR.glyph(character) == 0)) {
                renderer.useFont(new PDFontSupplier(font.in(document)), font.family(), font.weight(), FontStyle.NORMAL, true);
            }
        }
        renderer.useFastMode()
                .useSVGDrawer(new QrDrawing())
                .useUnicodeLineBreaker(new LineBreaks(locale))
                // a paper refers to nothing that would have to be fetched
                .useUriResolver((base, uri) -> uri != null && uri.startsWith("http") ? uri : null)
                .useExternalResourceAccessControl((uri, type) -> false,
                        ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
                .usePdfAConformance(PdfAConformance.PDFA_2_U)
                .useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData())
                .withProducer("Fugong")
                .withW3cDocument(new W3CDom().fromJsoup(page), null)
                .toStream(out)
                .run();
        return out.toByteArray();
    }

    private static String style() {
        try (var style = Paper.class.getResourceAsStream("/document/paper.css")) {
            return new String(style.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
