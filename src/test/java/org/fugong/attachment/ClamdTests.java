package org.fugong.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files go through a real clamd, which knows one signature: that of the test file of EICAR. Where there is no clamd the tests are
 * skipped and say so, but with {@code CI=true} they fail.
 */
@EnabledIf(value = "isThere", disabledReason = "No clamd on the PATH or in /usr/sbin, so no file is sent through one")
class ClamdTests {

    static final Duration LONG = Duration.ofSeconds(60);
    /** In two parts, so that no scanner takes this class for the file. */
    static final byte[] EICAR = String.join("", "X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
            .getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static Process daemon;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        port = freePort();
        var signatures = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(signatures.resolve("eicar.ndb"), "Eicar-Test-Signature:0:*:" + HexFormat.of().formatHex(EICAR) + "\n");
        var settings = Files.writeString(folder.resolve("clamd.conf"), """
                Foreground yes
                DatabaseDirectory %s
                TemporaryDirectory %s
                TCPSocket %d
                TCPAddr 127.0.0.1
                StreamMaxLength 10M
                MaxThreads 2
                """.formatted(signatures, folder, port));
        daemon = new ProcessBuilder(clamd().orElseThrow(() -> new AssertionError("CI=true, but there is no clamd")).toString(),
                "--config-file=" + settings).redirectErrorStream(true).redirectOutput(folder.resolve("clamd.log").toFile()).start();
        await().atMost(LONG).failFast(() -> !daemon.isAlive()).until(ClamdTests::answers);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (daemon != null) {
            daemon.destroy();
            daemon.waitFor();
        }
    }

    @Test
    void whatItFindsNothingInIsTaken() {
        var check = new FileCheck(clamdAt(port));
        for (var file : new byte[][]{EvidenceFiles.picture("jpeg", 300, 200, 1), EvidenceFiles.pdf(3), EvidenceFiles.docx()}) {
            assertThatCode(() -> check.check("a", file)).doesNotThrowAnyException();
        }
    }

    @Test
    void theTestFileOfEicarIsFoundByItselfAndInsideOfOtherFiles() {
        var check = new FileCheck(clamdAt(port));
        var packed = EvidenceFiles.office("wordprocessingml.document.main+xml", Map.of("word/media/a.txt", EICAR));
        for (var file : new byte[][]{EICAR, packed, EvidenceFiles.joined(EvidenceFiles.picture("jpeg", 30, 20, 1), EICAR)}) {
            var refused = catchThrowableOfType(FileRefused.class, () -> check.check("照片.jpg", file));
            assertThat(refused.fault()).isEqualTo(AttachmentFault.INFECTED);
            assertThat(refused.file()).isEqualTo("照片.jpg");
        }
    }

    @Test
    void itsLimitAndOursAgree() {
        var largest = new byte[Limits.FILE_MB * Limits.MB];
        assertThatCode(() -> clamdAt(port).scan(largest)).doesNotThrowAnyException();
        assertThat(fault(clamdAt(port), new byte[largest.length + 1])).isEqualTo(AttachmentFault.UNSCANNED);
    }

    static AttachmentFault fault(Clamd clamd, byte[] file) {
        return catchThrowableOfType(Unfit.class, () -> clamd.scan(file)).fault();
    }

    static Clamd clamdAt(int port) {
        return new Clamd("127.0.0.1:" + port, LONG);
    }

    private static boolean answers() {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write("zPING\0".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("PONG\0");
        } catch (IOException notYet) {
            return false;
        }
    }

    static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    static boolean isThere() {
        return clamd().isPresent() || "true".equals(System.getenv("CI"));
    }

    private static Optional<Path> clamd() {
        return Stream.concat(Pattern.compile(File.pathSeparator).splitAsStream(System.getenv().getOrDefault("PATH", "")),
                Stream.of("/usr/sbin")).map(folder -> Path.of(folder, "clamd")).filter(Files::isExecutable).findFirst();
    }
}
