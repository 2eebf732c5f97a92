package org.fugong.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.fugong.attachment.ClamdTests.EICAR;
import static org.fugong.attachment.ClamdTests.LONG;
import static org.fugong.attachment.ClamdTests.clamdAt;
import static org.fugong.attachment.ClamdTests.fault;
import static org.fugong.attachment.ClamdTests.freePort;

import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands at the address of the scanner, a file passes only where it says that it is clean. */
class ClamdRepliesTest {

    @Test
    void whereNobodyListensAFileIsRefused() throws IOException {
        assertThat(fault(clamdAt(freePort()), EICAR)).isEqualTo(AttachmentFault.UNSCANNED);
        assertThat(fault(new Clamd("no-such-host.invalid:3310", LONG), EICAR)).isEqualTo(AttachmentFault.UNSCANNED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stream: OK", "stream: OK\n", "stream: ok\0", "OK\0", "stream: OK and more\0", "stream: OK \0", "\0",
            "UNKNOWN COMMAND\0", "INSTREAM size limit exceeded. ERROR\0", "PONG\0stream: OK\0"})
    void nothingButItsOkLetsAFilePass(String reply) throws IOException {
        assertThat(replied(reply, true, EICAR)).isEqualTo(AttachmentFault.UNSCANNED);
    }

    @Test
    void anOkBeforeItHasReadAllIsNone() throws IOException {
        assertThat(replied("stream: OK\0", false, new byte[Limits.FILE_MB * Limits.MB])).isEqualTo(AttachmentFault.UNSCANNED);
    }

    @Test
    void whoNeitherReadsNorAnswersIsNotWaitedForWithoutEnd() throws IOException {
        // it takes connections, as its backlog does, and nothing else
        try (var mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var clamd = new Clamd("127.0.0.1:" + mute.getLocalPort(), Duration.ofMillis(300));
            assertThat(fault(clamd, new byte[Limits.FILE_MB * Limits.MB])).isEqualTo(AttachmentFault.UNSCANNED);
            assertThat(fault(clamd, EICAR)).isEqualTo(AttachmentFault.UNSCANNED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", "localhost:0", "localhost:65536", ":3310", "a b:3310", "http://localhost:3310",
            "::1:3310"})
    void whatIsNoAddressIsNotTakenForOne(String address) {
        assertThat(address).doesNotMatch(AttachmentSettings.ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:3310", "10.0.0.7:65535", "[::1]:3310", "clamd.intern.example:1"})
    void whatIsAnAddressIsTaken(String address) {
        assertThat(address).matches(AttachmentSettings.ADDRESS);
    }

    /** What becomes of a file that is answered so, after all of it was read or before any. */
    private static AttachmentFault replied(String reply, boolean after, byte[] file) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answering = Thread.ofPlatform().daemon().start(() -> answer(server, reply, after));
            var fault = fault(clamdAt(server.getLocalPort()), file);
            answering.join();
            return fault;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void answer(ServerSocket server, String reply, boolean after) {
        try (var socket = server.accept()) {
            if (after) {
                var in = socket.getInputStream();
                in.readNBytes("zINSTREAM\0".length());
                for (byte[] length; !Arrays.equals(length = in.readNBytes(4), new byte[4]);) {
                    in.skipNBytes(new BigInteger(length).intValueExact());
                }
            }
            socket.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
