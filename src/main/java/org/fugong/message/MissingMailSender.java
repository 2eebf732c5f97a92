package org.fugong.message;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line, instead of a stack trace, what is missing to send mails. */
class MissingMailSender extends AbstractFailureAnalyzer<MailSending.NoSender> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MailSending.NoSender cause) {
        return new FailureAnalysis("A mail server is set (SPRING_MAIL_HOST), and no address to send from.",
                "Set FUGONG_MESSAGE_FROM to the mail address of the portal.", failure);
    }
}
