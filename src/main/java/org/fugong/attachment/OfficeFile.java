package org.fugong.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A document or workbook of Office, which is a package of parts: counted by what they really unpack to, and without programs. */
final class OfficeFile {

    private static final long LARGEST = 100L * Limits.MB;
    private static final int MOST_PARTS = 3_000;
    private static final int BUFFER = 64 * 1024;
    private static final String CONTENTS = "[Content_Types].xml";
    /** How packages begin: ZIP, RAR, 7z, gzip. */
    private static final List<byte[]> PACKAGES = List.of(new byte[]{'P', 'K', 3, 4}, new byte[]{'R', 'a', 'r', '!'},
            new byte[]{'7', 'z', (byte) 0xBC, (byte) 0xAF}, new byte[]{0x1F, (byte) 0x8B});

    private OfficeFile() {
    }

    /** What it is. */
    static FileType check(byte[] file) throws Unfit {
        var contents = "";
        var names = new ArrayList<String>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(file))) {
            long left = LARGEST;
            int parts = 0;
            var buffer = new byte[BUFFER];
            for (ZipEntry part; (part = in.getNextEntry()) != null;) {
                int read = in.readNBytes(buffer, 0, BUFFER);
                look(part.getName(), buffer, read);
                names.add(part.getName());
                if (part.getName().equals(CONTENTS)) {
                    contents = new String(buffer, 0, read, StandardCharsets.UTF_8);
                }
                left -= read + rest(in, left - read);
                if (left < 0 || ++parts > MOST_PARTS) {
                    throw new Unfit(AttachmentFault.PACKED);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new Unfit(AttachmentFault.DAMAGED);
        }
        requireListed(file, names);
        return type(contents);
    }

    /**
     * The parts that are found one after the other are those that the list at the end names, by which an office program goes: a
     * list that names others shows it something else than was looked at here.
     */
    private static void requireListed(byte[] file, List<String> names) throws Unfit {
        if (new HashSet<>(names).size() != names.size() || !ZipDirectory.names(file).equals(names.stream().sorted().toList())) {
            throw new Unfit(AttachmentFault.DAMAGED);
        }
    }

    private static FileType type(String contents) throws Unfit {
        if (contents.contains("macroEnabled")) {
            throw new Unfit(AttachmentFault.MACROS);
        }
        if (contents.contains("wordprocessingml.document.main+xml")) {
            return FileType.DOCX;
        }
        if (contents.contains("spreadsheetml.sheet.main+xml")) {
            return FileType.XLSX;
        }
        throw new Unfit(AttachmentFault.TYPE);
    }

    private static void look(String name, byte[] begin, int length) throws Unfit {
        if (name.endsWith("vbaProject.bin")) {
            throw new Unfit(AttachmentFault.MACROS);
        }
        var bytes = Arrays.copyOf(begin, Math.min(length, 8));
        if (FileCheck.ole(bytes) || PACKAGES.stream().anyMatch(packed -> FileCheck.begins(bytes, packed))) {
            throw new Unfit(AttachmentFault.NESTED);
        }
    }

    /** How many bytes follow, counted no further than a little beyond what is left. */
    private static long rest(ZipInputStream in, long left) throws IOException {
        var buffer = new byte[BUFFER];
        long counted = 0;
        for (int read; counted <= left && (read = in.read(buffer)) > 0;) {
            counted += read;
        }
        return counted;
    }
}
