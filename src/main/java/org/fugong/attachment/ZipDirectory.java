package org.fugong.attachment;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The list of parts at the end of a ZIP file, as PKWARE's APPNOTE 6.3 describes it in 4.3.12 and 4.3.16. */
final class ZipDirectory {

    private static final int PART = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;

    private ZipDirectory() {
    }

    /** The names that it lists, sorted; empty where there is no list, or one that cannot be read. */
    static List<String> names(byte[] file) {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = file.length - END_LENGTH; at >= Math.max(0, file.length - END_LENGTH - LONGEST_COMMENT); at--) {
            if (bytes.getInt(at) == END) {
                return read(bytes, Short.toUnsignedInt(bytes.getShort(at + 10)), bytes.getInt(at + 16));
            }
        }
        return List.of();
    }

    private static List<String> read(ByteBuffer bytes, int parts, int from) {
        var names = new ArrayList<String>();
        try {
            bytes.position(from);
            for (int n = 0; n < parts; n++) {
                int head = bytes.position();
                if (bytes.getInt() != PART) {
                    return List.of();
                }
                var name = new byte[Short.toUnsignedInt(bytes.getShort(head + 28))];
                int after = Short.toUnsignedInt(bytes.getShort(head + 30)) + Short.toUnsignedInt(bytes.getShort(head + 32));
                bytes.position(head + 46).get(name).position(bytes.position() + after);
                names.add(new String(name, StandardCharsets.UTF_8));
            }
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of();
        }
        names.sort(null);
        return names;
    }
}
