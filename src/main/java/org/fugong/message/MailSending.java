package org.fugong.message;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.MessageSource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends mails over SMTP, several by one connection; plain text, so that every reader can read it and no filter minds. */
@Component
@ConditionalOnExpression("!'${spring.mail.host:}'.isEmpty()")
class MailSending implements Sending {

    private static final Logger log = LoggerFactory.getLogger(MailSending.class);

    private final JavaMailSender server;
    private final Wording wording;
    private final MessageSource messages;
    private final MessageSettings settings;

    MailSending(JavaMailSender server, Wording wording, MessageSource messages, MessageSettings settings) {
        if (settings.from().isEmpty()) {
            throw new NoSender();
        }
        this.server = server;
        this.wording = wording;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public Channel channel() {
        return Channel.MAIL;
    }

    @Override
    public Map<Long, Delivery.Problem> send(List<Delivery> deliveries) {
        var problems = new HashMap<Long, Delivery.Problem>();
        var mails = new LinkedHashMap<MimeMessage, Delivery>();
        for (var delivery : deliveries) {
            try {
                mails.put(mail(delivery), delivery);
            } catch (AddressException e) {
                problems.put(delivery.id(), Delivery.Problem.ADDRESS_REFUSED);
            } catch (MessagingException | UnsupportedEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        try {
            server.send(mails.keySet().toArray(MimeMessage[]::new));
        } catch (MailAuthenticationException e) {
            log.warn("The mail server does not let the portal in: {}", e.getClass().getSimpleName());
            mails.values().forEach(delivery -> problems.put(delivery.id(), Delivery.Problem.UNREACHABLE));
        } catch (MailSendException e) {
            log.warn("{} of {} mails were not sent", e.getFailedMessages().size(), mails.size());
            e.getFailedMessages().forEach((mail, why) -> problems.put(mails.get(mail).id(), problem(why)));
        }
        return problems;
    }

    /** A server that takes another mail of the same kind has something against the address, or the mail. */
    private static Delivery.Problem problem(Exception why) {
        if (!(why instanceof SendFailedException refused)) {
            return Delivery.Problem.UNREACHABLE;
        }
        return refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0
                ? Delivery.Problem.ADDRESS_REFUSED
                : Delivery.Problem.NOT_TAKEN;
    }

    private MimeMessage mail(Delivery delivery) throws MessagingException, UnsupportedEncodingException {
        var mail = server.createMimeMessage();
        var content = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
        content.setFrom(settings.from(), messages.getMessage("layout.brand", null, delivery.locale()));
        content.setTo(delivery.address());
        content.setSubject(wording.subject(delivery));
        content.setText(wording.mail(delivery));
        // one that is sent again after a kill is the same to a mail program, and nobody's absence answers it
        mail.setHeader("Message-ID", "<delivery-" + delivery.id() + settings.from().substring(settings.from().indexOf('@')) + ">");
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** There is a mail server and no address to send from. */
    static class NoSender extends RuntimeException {
    }
}
