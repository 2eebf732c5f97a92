package org.fugong.attachment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** A PDF that opens without a password, does nothing by itself, and is not too long to be looked at. */
final class PdfFile {

    /** What a stream of it, and all together, unpack to at most. */
    private static final long LARGEST_STREAM = 64L * Limits.MB;
    private static final long LARGEST = 512L * Limits.MB;
    private static final int DEEPEST = 50;
    private static final Pattern STREAM = Pattern.compile("stream\\r?\\n");
    /** Packed twice: what is in it cannot be known without unpacking it whole. */
    private static final Pattern TWICE_PACKED = Pattern.compile("/Fl(ateDecode)?\\s*/Fl(ateDecode)?\\b");
    private static final Set<String> ACTS = Set.of("JavaScript", "Launch", "ImportData", "GoToE", "RichMediaExecute");
    private static final List<COSName> SCRIPTS = List.of(COSName.JS, COSName.getPDFName("XFA"));

    private PdfFile() {
    }

    static void check(byte[] file) throws Unfit {
        requireUnpackable(file);
        try (var pdf = Loader.loadPDF(file)) {
            if (pdf.getNumberOfPages() > Limits.PAGES) {
                throw new Unfit(AttachmentFault.PAGES);
            }
            if (pdf.getNumberOfPages() < 1) {
                throw new Unfit(AttachmentFault.DAMAGED);
            }
            requireStill(pdf);
        } catch (InvalidPasswordException e) {
            throw new Unfit(AttachmentFault.PASSWORD);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new Unfit(AttachmentFault.DAMAGED);
        }
    }

    private static void requireStill(PDDocument pdf) throws Unfit {
        var document = pdf.getDocument();
        look(document.getTrailer(), 0);
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            look(document.getObjectFromPool(key).getObject(), 0);
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

    /** Unpacks what is packed, and throws it away: some bytes can stand for more than there is memory for. */
    private static void requireUnpackable(byte[] file) throws Unfit {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        if (TWICE_PACKED.matcher(text).find()) {
            throw new Unfit(AttachmentFault.PACKED);
        }
        long total = 0;
        var found = STREAM.matcher(text);
        while (found.find()) {
            total += unpacked(file, found.end());
            if (total > LARGEST) {
                throw new Unfit(AttachmentFault.PACKED);
            }
        }
    }

    private static long unpacked(byte[] file, int from) throws Unfit {
        var inflater = new Inflater();
        long unpacked = 0;
        try {
            inflater.setInput(file, from, file.length - from);
            var buffer = new byte[64 * 1024];
            for (int read; (read = inflater.inflate(buffer)) > 0;) {
                unpacked += read;
                if (unpacked > LARGEST_STREAM) {
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
