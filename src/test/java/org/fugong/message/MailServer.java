package org.fugong.message;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real SMTP server within the tests, one for all of them: it takes mail for every address. */
@TestComponent
public class MailServer implements DynamicPropertyRegistrar {

    private static final GreenMail SERVER = started();

    @Override
    public void accept(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    /** What has come for an address, the oldest first. */
    public List<MimeMessage> of(String address) {
        return Stream.of(SERVER.getReceivedMessagesForDomain(address)).toList();
    }

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
