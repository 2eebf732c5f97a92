package org.fugong.draw;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.fugong.draw.recomputation.MalformedRecord;
import org.fugong.draw.recomputation.PublishedRecord;

/**
 * The command {@code java -jar fugong-….jar verify-draw FILE}: computes the published record of a draw again and says in one line
 * whether it is as published. It needs no database and starts no server.
 */
public final class VerifyDraw {

    private static final String NAME = "verify-draw";

    private VerifyDraw() {
    }

    /** Whether the command line asks for it. */
    public static boolean wanted(String... arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /** Its exit code: 0 where everything is as published, 1 where a line differs, 2 where there was no file to read. */
    public static int run(PrintStream out, String... arguments) {
        if (arguments.length != 2) {
            out.println("Usage: verify-draw FILE, the record as it is downloaded from the page of the draw.");
            return 2;
        }
        try (var in = new BufferedInputStream(Files.newInputStream(Path.of(arguments[1])), 1 << 16)) {
            var verdict = PublishedRecord.verify(in);
            out.println(verdict.same()
                    ? "%s: as published. %,d of %,d firms drawn, every line computed again.".formatted(verdict.draw(), verdict.drawn(),
                            verdict.of())
                    : "%s: DIFFERS in line %d: %s".formatted(verdict.draw(), verdict.line(), verdict.why()));
            return verdict.same() ? 0 : 1;
        } catch (MalformedRecord e) {
            out.println("DIFFERS in line %d, which is not as it was written: %s".formatted(e.line(), e.getMessage()));
            return 1;
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            out.println("The file cannot be read: " + arguments[1]);
            return 2;
        }
    }
}
