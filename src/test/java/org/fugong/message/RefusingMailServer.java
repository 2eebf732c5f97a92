package org.fugong.message;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that refuses some recipients, which GreenMail does not: it answers each command and keeps who was taken. */
final class RefusingMailServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<String> taken = new CopyOnWriteArrayList<>();
    private final String refused;
    private final String answer;

    /** Refuses recipients that begin like that, with that answer. */
    RefusingMailServer(String refused, String answer) throws IOException {
        this.refused = refused;
        this.answer = answer;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The recipients whose mail it took. */
    List<String> taken() {
        return taken;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var client = socket.accept()) {
                talk(new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8)), client.getOutputStream());
            } catch (IOException e) {
                // closed by the test, or the client has gone
            }
        }
    }

    private void talk(BufferedReader in, OutputStream out) throws IOException {
        say(out, "220 ready");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            var command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT")) {
                var recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
                if (!recipient.startsWith(refused)) {
                    taken.add(recipient);
                }
                say(out, recipient.startsWith(refused) ? answer : "250 ok");
            } else if (command.equals("DATA")) {
                say(out, "354 go on");
                while (!".".equals(in.readLine())) {
                    // the mail itself does not matter here
                }
                say(out, "250 taken");
            } else if (command.equals("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 ok");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
