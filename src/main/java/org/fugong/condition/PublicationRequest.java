package org.fugong.condition;

import java.time.Instant;

/** By what basis, why and from when a draft is to be published; {@code from} is null for at once, and past only in a correction. */
public record PublicationRequest(String basis, String reason, Instant from, boolean correction) {
}
