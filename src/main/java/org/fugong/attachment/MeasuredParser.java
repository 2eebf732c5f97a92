package org.fugong.attachment;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFParser;

/**
 * Reads a PDF, and measures what holds its objects before it is unpacked: some bytes can stand for more than there is memory for.
 * Pictures and texts are not unpacked by reading.
 */
class MeasuredParser extends PDFParser {

    /** What a stream unpacks to at most, in bytes, and all of them together. */
    static final long LARGEST_STREAM = 64L * Limits.MB;
    static final long LARGEST = 512L * Limits.MB;

    private long unpacked;
    private boolean packed;

    MeasuredParser(byte[] file) throws IOException {
        super(new RandomAccessReadBuffer(file));
    }

    /** Whether something was met that unpacks to too much, or in a way that cannot be measured. */
    boolean packed() {
        return packed;
    }

    @Override
    protected COSStream parseCOSStream(COSDictionary dictionary) throws IOException {
        var stream = super.parseCOSStream(dictionary);
        if (holdsObjects(dictionary) && packed(stream)) {
            packed = true;
            throw new IOException("packed too tightly");
        }
        return stream;
    }

    /** Whatever it is called, a stream without these keys is not read for objects or for where they are. */
    private static boolean holdsObjects(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.N) && dictionary.containsKey(COSName.FIRST) || dictionary.containsKey(COSName.W)
                || COSName.OBJ_STM.equals(dictionary.getDictionaryObject(COSName.TYPE));
    }

    private boolean packed(COSStream stream) throws IOException {
        COSBase filter = stream.getFilters();
        if (filter instanceof COSArray several && several.size() == 1) {
            filter = several.getObject(0);
        }
        if (filter == null || filter instanceof COSArray none && none.size() == 0) {
            return false;
        }
        if (!COSName.FLATE_DECODE.equals(filter) && !COSName.FLATE_DECODE_ABBREVIATION.equals(filter)) {
            return true;
        }
        try (var in = new InflaterInputStream(stream.createRawInputStream())) {
            return beyond(in);
        } catch (ZipException | EOFException e) {
            // the reader takes what comes before a fault, which is no more than was measured
            return false;
        }
    }

    private boolean beyond(InputStream in) throws IOException {
        var buffer = new byte[64 * 1024];
        long of = 0;
        for (int read; (read = in.read(buffer)) > 0;) {
            of += read;
            unpacked += read;
            if (of > LARGEST_STREAM || unpacked > LARGEST) {
                return true;
            }
        }
        return false;
    }
}
