package org.fugong.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF that is not encrypted, does nothing by itself, and is not too long to be looked at. */
final class PdfFile {

    private static final int DEEPEST = 50;
    private static final String OBJECTS = "/ObjStm";
    private static final Pattern STREAM = Pattern.compile("stream *(?:\\r\\n|\\n|\\r)?");
    /** A name may write any of its letters as a number. */
    private static final Pattern LETTER = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?![A-Za-z])");
    /** Packed twice, or in a way that is not measured here. */
    private static final Pattern TWICE_PACKED = Pattern.compile("/Fl(ateDecode)?\\s*/Fl(ateDecode)?\\b");
    private static final Pattern OTHERWISE_PACKED = Pattern
            .compile("/(AHx|A85|LZW|RL|ASCIIHexDecode|ASCII85Decode|LZWDecode|RunLengthDecode)\\b|/F(ilter)?\\s+\\d+\\s+\\d+\\s+R");
    private static final Set<String> ACTS = Set.of("JavaScript", "Launch", "ImportData", "GoToE", "RichMediaExecute");
    private static final List<COSName> SCRIPTS = List.of(COSName.JS, COSName.getPDFName("XFA"));

    private PdfFile() {
    }

    static void check(byte[] file) throws Unfit {
        requireMeasurable(file);
        MeasuredParser parser = null;
        try {
            parser = new MeasuredParser(file);
            try (var pdf = parser.parse()) {
                requireStill(pdf);
            }
        } catch (InvalidPasswordException e) {
            throw new Unfit(AttachmentFault.PASSWORD);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unfit(parser != null && parser.packed() ? AttachmentFault.PACKED : AttachmentFault.DAMAGED);
        }
        if (parser.packed()) {
            throw new Unfit(AttachmentFault.PACKED);
        }
    }

    private static void requireStill(PDDocument pdf) throws Unfit {
        var document = pdf.getDocument();
        look(document.getTrailer(), 0);
        // the tree of pages says how many there are, and may say too few
        int pages = 0;
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            var object = document.getObjectFromPool(key).getObject();
            look(object, 0);
            if (object instanceof COSDictionary dictionary && COSName.PAGE.equals(dictionary.getItem(COSName.TYPE))) {
                pages++;
            }
        }
        if (Math.max(pages, pdf.getNumberOfPages()) > Limits.PAGES) {
            throw new Unfit(AttachmentFault.PAGES);
        }
        if (pdf.getNumberOfPages() < 1) {
            throw new Unfit(AttachmentFault.DAMAGED);
        }
    }

    /** What an object holds itself; those that it refers to are looked at in their turn. */
    private static void look(COSBase object, int depth) throws Unfit {
        if (depth > DEEPEST) {
            throw new Unfit(AttachmentFault.DAMAGED);
        }
        if (object instanceof COSArray array) {
            for (var one : array) {
                look(one, depth + 1);
            }
        } else if (object instanceof COSDictionary dictionary) {
            var act = dictionary.getItem(COSName.S);
            if (act instanceof COSName name && ACTS.contains(name.getName()) || SCRIPTS.stream().anyMatch(dictionary::containsKey)) {
                throw new Unfit(AttachmentFault.ACTIVE);
            }
            for (var one : dictionary.getValues()) {
                look(one, depth + 1);
            }
        }
    }

    /**
     * Unpacks what is packed, and throws it away. What is encrypted cannot be measured, nor looked through by a virus scanner, so it
     * has no place here even where it opens without a password.
     */
    private static void requireMeasurable(byte[] file) throws Unfit {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        if (ENCRYPTED.matcher(plain(text)).find()) {
            throw new Unfit(AttachmentFault.PASSWORD);
        }
        if (TWICE_PACKED.matcher(text).find() || lostObjects(text)) {
            throw new Unfit(AttachmentFault.PACKED);
        }
        long total = 0;
        var found = STREAM.matcher(text);
        while (found.find()) {
            total += unpacked(file, found.end());
            if (total > MeasuredParser.LARGEST) {
                throw new Unfit(AttachmentFault.PACKED);
            }
        }
    }

    /** Whether objects are packed otherwise than all writers do: a reader that repairs a PDF looks for them by these words. */
    private static boolean lostObjects(String text) {
        for (int at = text.indexOf(OBJECTS); at >= 0; at = text.indexOf(OBJECTS, at + 1)) {
            int begin = text.lastIndexOf(" obj", at);
            int end = text.indexOf("stream", at);
            if (begin >= 0 && end >= 0 && OTHERWISE_PACKED.matcher(plain(text.substring(begin, end))).find()) {
                return true;
            }
        }
        return false;
    }

    private static String plain(String text) {
        return text.indexOf('#') < 0
                ? text
                : LETTER.matcher(text).replaceAll(
                        letter -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(letter.group(1), 16))));
    }

    private static long unpacked(byte[] file, int from) throws Unfit {
        var inflater = new Inflater();
        long unpacked = 0;
        try {
            inflater.setInput(file, from, file.length - from);
            var buffer = new byte[64 * 1024];
            for (int read; (read = inflater.inflate(buffer)) > 0;) {
                unpacked += read;
                if (unpacked > MeasuredParser.LARGEST_STREAM) {
                    throw new Unfit(AttachmentFault.PACKED);
                }
            }
        } catch (DataFormatException e) {
            // it is packed in another way, or not at all
        } finally {
            inflater.end();
        }
        return unpacked;
    }
}
