package org.fugong.message;

import java.time.Instant;
import java.util.List;

/** A notice as its firm has it; not read yet while {@code readAt} is null, and {@code gone} where what it leads to is no more. */
public record SentNotice(long id, String key, List<String> arguments, String link, Instant sentAt, Instant readAt, boolean gone) {
}
