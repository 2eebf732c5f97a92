package org.fugong.attachment;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDAction;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;

/** Files as firms send them, good and bad, made here so that each is what it is called. */
public final class EvidenceFiles {

    private static final int MB = 1024 * 1024;

    private EvidenceFiles() {
    }

    /** A picture of that size: red above, blue below; the shade makes each another one. */
    public static byte[] picture(String format, int width, int height, int shade) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setColor(new Color(200, shade, 0));
        graphics.fillRect(0, 0, width, height / 2);
        graphics.setColor(new Color(0, shade, 200));
        graphics.fillRect(0, height / 2, width, height - height / 2);
        graphics.dispose();
        return written(out -> ImageIO.write(image, format, out));
    }

    /** A photograph as a phone takes it that lies on its side, with the place where it was taken. */
    static byte[] photographOnItsSide() {
        var exif = ByteBuffer.allocate(100);
        exif.put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1)).putInt(8).putShort((short) 2);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6).putShort((short) 0);
        exif.putShort((short) 0x010E).putShort((short) 2).putInt(20).putInt(38).putInt(0);
        exif.put("38.4872N 106.2309E\0\0".getBytes(StandardCharsets.ISO_8859_1));
        var segment = Arrays.copyOf(exif.array(), exif.position());
        var plain = picture("jpeg", 400, 200, 10);
        return joined(Arrays.copyOf(plain, 2), new byte[]{(byte) 0xFF, (byte) 0xE1, 0, (byte) (segment.length + 2)}, segment,
                Arrays.copyOfRange(plain, 2, plain.length));
    }

    /** A PNG of a few bytes that claims that many pixels. */
    static byte[] flood(int width, int height) {
        var head = ByteBuffer.allocate(13).putInt(width).putInt(height).put(new byte[]{8, 2, 0, 0, 0}).array();
        return joined(new byte[]{(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}, chunk("IHDR", head),
                chunk("IDAT", deflated(new byte[19 * 1024 * 1024])), chunk("IEND", new byte[0]));
    }

    public static byte[] pdf(int pages) {
        return pdf(pages, pdf -> {
        });
    }

    /** A PDF of a page and at least that many bytes, which no packing makes fewer; the seed makes each another one. */
    public static byte[] pdfOfBytes(int bytes, long seed) {
        return pdf(1, pdf -> {
            var noise = new byte[bytes];
            new Random(seed).nextBytes(noise);
            var stream = pdf.getDocument().createCOSStream();
            try (var out = stream.createRawOutputStream()) {
                out.write(noise);
            }
            pdf.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("Noise"), stream);
        });
    }

    static byte[] pdfWithPassword() {
        return pdf(1, pdf -> pdf.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission())));
    }

    /** It opens without a password, but may not be changed. */
    static byte[] pdfWithRestrictions() {
        return pdf(1, pdf -> pdf.protect(new StandardProtectionPolicy("owner", "", new AccessPermission())));
    }

    /** A PDF of so many pages that says it has one. */
    static byte[] pdfThatCountsWrongly(int pages) {
        return pdf(pages, pdf -> pdf.getPages().getCOSObject().setInt(COSName.COUNT, 1));
    }

    /**
     * A PDF with a page, the contents of which are in a stream of objects that unpacks to that many MB, packed as {@code filter} says:
     * with flate, and that in hexadecimal digits where the filter names them.
     */
    static byte[] pdfOfPackedObjects(int megabytes, String filter, boolean listed) {
        var objects = joined("5 0 <<>>".getBytes(StandardCharsets.ISO_8859_1), new byte[megabytes * MB]);
        var flate = deflated(objects);
        var packed = filter.contains("Hex") ? HexFormat.of().formatHex(flate).getBytes(StandardCharsets.ISO_8859_1) : flate;
        var begin = "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Extra 5 0 R>>\nendobj\n";
        var pages = begin + "2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n";
        var page = pages + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj\n";
        var head = page + "4 0 obj\n<</Type/ObjStm/N 1/First 4/Filter" + filter + "/Length " + packed.length + ">>\nstream\n";
        var tail = "\nendstream\nendobj\n";
        int list = head.length() + packed.length + tail.length();
        var entries = ByteBuffer.allocate(7 * 7);
        for (int[] entry : new int[][]{{0, 0, 0}, {1, 9, 0}, {1, begin.length(), 0}, {1, pages.length(), 0}, {1, page.length(), 0},
                {2, 4, 0},
                {1, list, 0}}) {
            entries.put((byte) entry[0]).putInt(entry[1]).putShort((short) entry[2]);
        }
        var last = "6 0 obj\n<</Type/XRef/Size 7/W[1 4 2]/Root 1 0 R/Length 49>>\nstream\n";
        return joined(head.getBytes(StandardCharsets.ISO_8859_1), packed, tail.getBytes(StandardCharsets.ISO_8859_1),
                listed ? last.getBytes(StandardCharsets.ISO_8859_1) : new byte[0], listed ? entries.array() : new byte[0],
                (listed ? tail + "startxref\n" + list + "\n%%EOF\n" : "trailer\n<</Root 1 0 R>>\n")
                        .getBytes(StandardCharsets.ISO_8859_1));
    }

    static byte[] pdfWithScript() {
        return pdf(1, pdf -> open(pdf, new PDActionJavaScript("app.alert(1)")));
    }

    static byte[] pdfThatLaunches() {
        return pdf(1, pdf -> open(pdf, new PDActionLaunch()));
    }

    /** A PDF with a stream that unpacks to that many MB. */
    static byte[] pdfBomb(int megabytes) {
        var packed = deflated(new byte[megabytes * MB]);
        return joined(pdf(1), ("9 0 obj\n<</Type/ObjStm/Filter/FlateDecode/Length " + packed.length + ">>\nstream\n").getBytes(
                StandardCharsets.ISO_8859_1), packed, "\nendstream\nendobj\n".getBytes(StandardCharsets.ISO_8859_1));
    }

    public static byte[] docx() {
        return office("wordprocessingml.document.main+xml", Map.of());
    }

    static byte[] xlsx() {
        return office("spreadsheetml.sheet.main+xml", Map.of());
    }

    static byte[] office(String type, Map<String, byte[]> parts) {
        var all = new LinkedHashMap<String, byte[]>();
        all.put("[Content_Types].xml",
                ("<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument." + type + "\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
        all.put("content.xml", "<text/>".getBytes(StandardCharsets.UTF_8));
        all.putAll(parts);
        return zip(all);
    }

    /** The document with another name of a part in the list at its end than before the part itself. */
    static byte[] officeWithWrongList(byte[] office) {
        var wrong = office.clone();
        for (int at = wrong.length - 1; at >= 0; at--) {
            // the name of the last part in the list, which comes after all parts
            if (new String(wrong, at, Math.min(11, wrong.length - at), StandardCharsets.ISO_8859_1).equals("content.xml")) {
                wrong[at] = 'k';
                return wrong;
            }
        }
        throw new IllegalArgumentException();
    }

    /** ZIP files, each with the next inside. */
    static byte[] nested(int depth) {
        return depth == 0 ? new byte[]{'.'} : zip(Map.of("r/r.zip", nested(depth - 1)));
    }

    static byte[] zip(Map<String, byte[]> parts) {
        return written(out -> {
            try (var zip = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
        });
    }

    public static byte[] joined(byte[]... parts) {
        return written(out -> {
            for (var part : parts) {
                out.write(part);
            }
        });
    }

    private interface Acting {
        void on(PDDocument pdf) throws IOException;
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private static byte[] pdf(int pages, Acting acting) {
        return written(out -> {
            try (var pdf = new PDDocument()) {
                for (int page = 0; page < pages; page++) {
                    pdf.addPage(new PDPage());
                }
                acting.on(pdf);
                pdf.save(out);
            }
        });
    }

    private static void open(PDDocument pdf, PDAction action) {
        pdf.getDocumentCatalog().setOpenAction(action);
    }

    private static byte[] chunk(String name, byte[] data) {
        var named = joined(name.getBytes(StandardCharsets.ISO_8859_1), data);
        var sum = new CRC32();
        sum.update(named);
        return joined(ByteBuffer.allocate(4).putInt(data.length).array(), named,
                ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] deflated(byte[] bytes) {
        return written(out -> {
            try (var deflating = new DeflaterOutputStream(out)) {
                deflating.write(bytes);
            }
        });
    }

    private static byte[] written(Writing writing) {
        var out = new ByteArrayOutputStream();
        try {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
