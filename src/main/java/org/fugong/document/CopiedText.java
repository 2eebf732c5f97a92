package org.fugong.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;

/**
 * Makes what is copied out of a PDF what was written into it. A font draws several characters with one glyph, such as 工 and
 * the radical ⼯, and PDFBox gives a copy the lowest of them; here the table of each font (ToUnicode, ISO 32000-1, 9.10.3) is
 * written anew from the characters that the paper has. Codes are glyph numbers of the whole font.
 */
final class CopiedText {

    /** What a table may list in one block. */
    private static final int BLOCK = 100;

    private final PDDocument document;
    private final BitSet used;
    private final Set<COSBase> seen = new HashSet<>();

    private CopiedText(PDDocument document, BitSet used) {
        this.document = document;
        this.used = used;
    }

    static void mend(PDDocument document, BitSet used) throws IOException {
        var text = new CopiedText(document, used);
        for (var page : document.getPages()) {
            text.mend(page.getResources());
        }
    }

    private void mend(PDResources resources) throws IOException {
        if (resources == null || !seen.add(resources.getCOSObject())) {
            return;
        }
        var fonts = resources.getCOSObject().getCOSDictionary(COSName.FONT);
        if (fonts != null) {
            for (var font : fonts.getValues()) {
                mend((COSDictionary) (font instanceof COSObject reference ? reference.getObject() : font));
            }
        }
        for (var name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form) {
                mend(form.getResources());
            }
        }
    }

    private void mend(COSDictionary font) throws IOException {
        var name = font.getNameAsString(COSName.BASE_FONT, "");
        for (var known : PaperFont.values()) {
            if (name.endsWith("+" + known.postScriptName()) && seen.add(font)) {
                var table = new PDStream(document);
                try (var out = table.createOutputStream(COSName.FLATE_DECODE)) {
                    out.write(table(characters(known)).getBytes(StandardCharsets.US_ASCII));
                }
                font.setItem(COSName.TO_UNICODE, table);
            }
        }
    }

    /** By glyph, what it was drawn for; of two that the paper both has, the one that is not a radical or kept for compatibility. */
    private Map<Integer, Integer> characters(PaperFont font) {
        var characters = new TreeMap<Integer, Integer>();
        used.stream().filter(character -> font.glyph(character) != 0).boxed()
                .sorted(Comparator.comparing(CopiedText::doubled))
                .forEach(character -> characters.putIfAbsent(font.glyph(character), character));
        return characters;
    }

    private static boolean doubled(int character) {
        return character >= 0x2E80 && character <= 0x2FDF || character >= 0xF900 && character <= 0xFAFF
                || character >= 0x2F800 && character <= 0x2FA1F || character == 0xA0;
    }

    private static String table(Map<Integer, Integer> characters) {
        var table = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        var lines = new ArrayList<String>();
        characters.forEach((glyph, character) -> lines.add("<%04X> <%s>\n".formatted(glyph, utf16(character))));
        for (int from = 0; from < lines.size(); from += BLOCK) {
            var block = lines.subList(from, Math.min(lines.size(), from + BLOCK));
            table.append(block.size()).append(" beginbfchar\n").append(String.join("", block)).append("endbfchar\n");
        }
        return table.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n").toString();
    }

    private static String utf16(int character) {
        var units = new StringBuilder();
        Character.toString(character).chars().forEach(unit -> units.append("%04X".formatted(unit)));
        return units.toString();
    }
}
