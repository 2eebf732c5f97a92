package org.fugong.attachment;

import java.util.UUID;

/** A file on its way, as its sender describes it, and how many of its bytes have come. */
public record Upload(UUID id, String name, int size, String sha256, int received) {
}
