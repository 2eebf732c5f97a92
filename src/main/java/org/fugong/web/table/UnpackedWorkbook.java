package org.fugong.web.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** A workbook packed anew from what is really in it, because what a file says of its size need not be true. */
final class UnpackedWorkbook {

    /** What a file unpacks to at most, and into how many parts. */
    private static final int LARGEST = 8 * 1024 * 1024;
    private static final int MOST_PARTS = 200;

    /** The address of a cell beyond any that a spreadsheet has. */
    private static final Pattern FAR_CELL = Pattern.compile("\\br\\s*=\\s*[\"'][A-Za-z]{4,}\\d");

    private UnpackedWorkbook() {
    }

    static byte[] of(byte[] file) throws IOException, Unreadable {
        var copy = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file)); var out = new ZipOutputStream(copy)) {
            int left = LARGEST;
            int parts = 0;
            for (ZipEntry part; (part = in.getNextEntry()) != null;) {
                var content = in.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || ++parts > MOST_PARTS) {
                    throw new Unreadable(TableProblem.ofFile(FileFault.TOO_LARGE, ""));
                }
                if (part.getName().endsWith("vbaProject.bin")) {
                    throw new Unreadable(TableProblem.ofFile(FileFault.MACROS, ""));
                }
                if (FAR_CELL.matcher(new String(content, StandardCharsets.ISO_8859_1)).find()) {
                    throw new Unreadable(TableProblem.ofFile(FileFault.NO_TABLE, ""));
                }
                out.putNextEntry(new ZipEntry(part.getName()));
                out.write(content);
            }
        }
        return copy.toByteArray();
    }
}
