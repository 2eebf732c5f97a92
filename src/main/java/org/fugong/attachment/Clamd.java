package org.fugong.attachment;

import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * A ClamAV daemon that is sent each file by its command INSTREAM (clamd(8)), where one is configured. Only its explicit "stream: OK"
 * lets a file pass; where it finds something, is out of reach, takes too long or says anything else, the file is refused.
 */
@Component
class Clamd {

    private static final Logger log = LoggerFactory.getLogger(Clamd.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 64 * 1024;
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";
    private static final int LONGEST_REPLY = 1024;

    private final String host;
    private final int port;
    private final Duration patience;
    /** Ends a conversation from outside: a timeout of the socket holds for reading alone. */
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().name("clamd-watch").daemon().unstarted(work));

    @Autowired
    Clamd(AttachmentSettings settings) {
        this(settings.clamd(), PATIENCE);
    }

    /** The address is host:port, or empty where there is none. */
    Clamd(String address, Duration patience) {
        this.patience = patience;
        var there = StringUtils.hasText(address);
        this.host = there ? address.substring(0, address.lastIndexOf(':')) : null;
        this.port = there ? Integer.parseInt(address.substring(address.lastIndexOf(':') + 1)) : 0;
    }

    /** Sends a file through the daemon, or does nothing where none is configured. */
    void scan(byte[] file) throws Unfit {
        if (host == null) {
            return;
        }
        String reply;
        try {
            reply = reply(file);
        } catch (IOException e) {
            log.warn("clamd at {}:{} did not look through a file, which is refused: {}", host, port, e.toString());
            throw new Unfit(AttachmentFault.UNSCANNED);
        }
        if (!CLEAN.equals(reply)) {
            log.warn("clamd at {}:{} says of a file, which is refused: {}", host, port, reply);
            throw new Unfit(reply.endsWith(FOUND) ? AttachmentFault.INFECTED : AttachmentFault.UNSCANNED);
        }
    }

    private String reply(byte[] file) throws IOException {
        try (var socket = new Socket()) {
            var end = watch.schedule(() -> {
                socket.close();
                return null;
            }, patience.toMillis(), TimeUnit.MILLISECONDS);
            try {
                socket.connect(new InetSocketAddress(host, port), (int) patience.toMillis());
                IOException broken = null;
                try {
                    send(socket, file);
                } catch (IOException e) {
                    broken = e;
                }
                // where it has broken off, what it said before tells why
                var reply = read(socket);
                if (broken != null) {
                    throw new IOException(reply, broken);
                }
                return reply;
            } finally {
                end.cancel(false);
            }
        }
    }

    /** The command, then each piece after its length, then a length of nothing. */
    private static void send(Socket socket, byte[] file) throws IOException {
        var out = new DataOutputStream(socket.getOutputStream());
        out.write(COMMAND);
        for (int at = 0; at < file.length; at += CHUNK) {
            int length = Math.min(CHUNK, file.length - at);
            out.writeInt(length);
            out.write(file, at, length);
        }
        out.writeInt(0);
        out.flush();
    }

    /** What it says, which a NUL ends. */
    private static String read(Socket socket) throws IOException {
        var in = socket.getInputStream();
        var reply = new StringBuilder();
        for (int read; (read = in.read()) != 0;) {
            if (read < 0 || reply.length() == LONGEST_REPLY) {
                throw new EOFException("a reply without an end: " + printable(reply));
            }
            reply.append((char) read);
        }
        return printable(reply);
    }

    private static String printable(CharSequence reply) {
        return reply.toString().replaceAll("[^ -~]", "?");
    }
}
