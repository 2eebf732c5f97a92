package org.fugong.message;

import java.time.Instant;
import java.util.List;

/** A notice as its firm has it; not read yet while {@code readAt} is null. */
public record SentNotice(long id, String key, List<String> arguments, String link, Instant sentAt, Instant readAt) {
}
