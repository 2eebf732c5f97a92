package org.fugong.message;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.fugong.web.Typed;

/** A code of six digits that is sent to somebody and typed in again: it holds for a while, and for a few tries. */
public record OneTimeCode(String digits) {

    public static final Duration VALID = Duration.ofMinutes(15);
    public static final int TRIES = 5;

    private static final SecureRandom RANDOM = new SecureRandom();

    public static OneTimeCode generate() {
        return new OneTimeCode("%06d".formatted(RANDOM.nextInt(1_000_000)));
    }

    /** What was typed, with whatever people put between the digits. */
    public static OneTimeCode typed(String text) {
        return new OneTimeCode(Typed.plain(text).replaceAll("[\\s-]", ""));
    }

    /** What is kept of it; {@code of} is what it is a code of, so that equal codes do not look equal. */
    public String hash(String of) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest((of + " " + digits).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it is the one that a hash was kept of; takes as long where it is not. */
    public boolean fits(String hash, String of) {
        return MessageDigest.isEqual(hash(of).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
    }
}
