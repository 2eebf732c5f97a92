package org.fugong.draw.recomputation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The lines of a file: UTF-8, fields between tabs, each line ended by one LF, the last one, too. */
public final class Lines {

    private static final int LONGEST = 1_000_000;

    private final InputStream in;
    private byte[] line = new byte[256];
    private int length;
    private long number;

    Lines(InputStream in) {
        this.in = in;
    }

    /** A line without its end; what would break one within a field is a space. */
    public static String of(Object... fields) {
        return Stream.of(fields).map(field -> field.toString().replaceAll("[\\t\\r\\n]", " ")).collect(Collectors.joining("\t"));
    }

    /** The next line without its LF, {@code null} after the last one. */
    String next() {
        try {
            length = 0;
            int next = in.read();
            if (next < 0) {
                return null;
            }
            number++;
            for (; next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw malformed("the last line has no end, the file was cut off");
                }
                if (next == '\r') {
                    throw malformed("its line ends were changed (CR), download the file again");
                }
                add((byte) next);
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length)).toString();
        } catch (CharacterCodingException e) {
            throw malformed("it is not in UTF-8");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of the line last read, with its LF. */
    byte[] bytes() {
        add((byte) '\n');
        return Arrays.copyOf(line, length--);
    }

    /** The number of the line last read, counted from one. */
    long number() {
        return number;
    }

    MalformedRecord malformed(String why) {
        return new MalformedRecord(Math.max(number, 1), why);
    }

    private void add(byte one) {
        if (length == LONGEST) {
            throw malformed("it is longer than %,d bytes".formatted(LONGEST));
        }
        if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
        }
        line[length++] = one;
    }
}
