package org.fugong.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Where there is no provider, a demonstration writes its messages to mobiles into a file, so that one can read them. */
@Component
@ConditionalOnExpression("${fugong.demonstration:false} and '${fugong.message.sms-url:}'.isEmpty()")
class FileSmsSending implements Sending {

    private final Path file;
    private final Wording wording;

    FileSmsSending(@Value("${fugong.data-directory}") Path folder, Wording wording) {
        this.file = folder.resolve("sms.txt");
        this.wording = wording;
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public synchronized Map<Long, Delivery.Problem> send(List<Delivery> deliveries) {
        try {
            Files.writeString(file, deliveries.stream().map(delivery -> delivery.address() + "\t" + wording.sms(delivery) + "\n")
                    .collect(Collectors.joining()), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
