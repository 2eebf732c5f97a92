package org.fugong.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyDrawTests {

    private static final Path EXAMPLE = Path.of("src/docs/draw-example.tsv");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void theExampleIsAsPublished() {
        assertThat(verify(EXAMPLE)).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(
                "640104-2026-0001: as published. 3 of 7 firms drawn, every line computed again.\n");
    }

    @Test
    void theLineThatDiffersIsSaid() throws Exception {
        var changed = Files.writeString(folder.resolve("changed"), Files.readString(EXAMPLE).replace("I004 I001", "I001 I004"));
        assertThat(verify(changed)).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("640104-2026-0001: DIFFERS in line 32: published \"drawn 1 1")
                .contains("I001 I004", "computed", "I004 I001").hasLineCount(1);
    }

    @Test
    void aFileThatWasCutOffIsSaid() throws Exception {
        var text = Files.readString(EXAMPLE);
        assertThat(verify(Files.writeString(folder.resolve("cut"), text.substring(0, text.length() - 20)))).isEqualTo(1);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("DIFFERS in line 34").contains("cut off");
    }

    @Test
    void withoutAFileItSaysSo() {
        assertThat(verify(folder.resolve("none"))).isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("The file cannot be read");
        assertThat(VerifyDraw.run(new PrintStream(out), "verify-draw")).isEqualTo(2);
        assertThat(VerifyDraw.wanted()).isFalse();
        assertThat(VerifyDraw.wanted("--server.port=1")).isFalse();
    }

    private int verify(Path file) {
        var arguments = new String[]{"verify-draw", file.toString()};
        assertThat(VerifyDraw.wanted(arguments)).isTrue();
        return VerifyDraw.run(new PrintStream(out, true, StandardCharsets.UTF_8), arguments);
    }
}
