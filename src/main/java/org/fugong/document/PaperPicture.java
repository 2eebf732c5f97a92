package org.fugong.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** The first page of a paper as a picture, for where a PDF cannot be passed on. */
final class PaperPicture {

    /** Dots to an inch: 1,241 by 1,754 for A4, which a telephone shows sharply and a messenger does not shrink. */
    static final int RESOLUTION = 150;

    private PaperPicture() {
    }

    static byte[] png(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, RESOLUTION, ImageType.GRAY);
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
