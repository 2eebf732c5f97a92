package org.fugong.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** A font that papers are set in, in the order in which a character is looked for. */
enum PaperFont {
    REGULAR("NotoSansSC-Regular", "Noto Sans SC", 400), BOLD("NotoSansSC-Bold", "Noto Sans SC", 700),
    /** Quotation marks and dots as wide as in a Latin text: those of the Chinese font take the room of a character. */
    MARKS("FugongLatinMarks-Regular", "Fugong Latin Marks", 400), BOLD_MARKS("FugongLatinMarks-Bold", "Fugong Latin Marks", 700),
    /** The characters of the planes beyond the first that the others lack, in extensions B to F. */
    RARE("FugongRareHan", "Fugong Rare Han", 400);

    private final String file;
    private final String family;
    private final int weight;
    private CmapLookup characters;

    PaperFont(String file, String family, int weight) {
        this.file = file;
        this.family = family;
        this.weight = weight;
    }

    /** The name by which a PDF knows the font, behind the six letters and the plus of a subset. */
    String postScriptName() {
        return file;
    }

    String family() {
        return family;
    }

    int weight() {
        return weight;
    }

    /**
     * The font in a document, of which the glyphs that are used are kept. Ligatures stay letters: a glyph that stands for no one
     * character could not be copied.
     */
    PDFont in(PDDocument document) throws IOException {
        var font = open();
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    private TrueTypeFont open() throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(PaperFont.class.getResourceAsStream("/fonts/" + file + ".ttf")));
    }

    /** The glyph of a character; 0 where the font has none. */
    int glyph(int character) {
        return characters().getGlyphId(character);
    }

    static boolean printable(int character) {
        return REGULAR.glyph(character) != 0 || RARE.glyph(character) != 0;
    }

    /** The table alone stays in memory: the outlines are some ten megabytes a font. */
    private synchronized CmapLookup characters() {
        if (characters == null) {
            try (var font = open()) {
                characters = font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return characters;
    }
}
