package org.fugong.message;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real SMTP server within the tests, one for all of them: it takes mail for every address. */
@TestComponent
public class MailServer implements DynamicPropertyRegistrar {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final GreenMail SERVER = started();

    @Override
    public void accept(DynamicPropertyRegistry settings) {
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    /** What has come for a domain, the oldest first. */
    public List<MimeMessage> of(String domain) {
        return Stream.of(SERVER.getReceivedMessagesForDomain(domain)).toList();
    }

    /** The code in the last mail to a domain. */
    public String code(String domain) {
        try {
            var code = CODE.matcher(of(domain).getLast().getContent().toString());
            return code.find() ? code.group() : "";
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static GreenMail started() {
        var server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }
}
