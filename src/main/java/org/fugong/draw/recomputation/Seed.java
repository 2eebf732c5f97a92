package org.fugong.draw.recomputation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The seed of one draw: 32 random bytes as 64 lower-case hexadecimal digits. It is used as that text, also as a key. */
public record Seed(String hex) {

    /** {@link IllegalArgumentException} where it is no such text. */
    public Seed {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a seed is 64 lower-case hexadecimal digits");
        }
    }

    public static Seed fresh(SecureRandom random) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    /** SHA-256 of the text, which is published beforehand. */
    public String hash() {
        return HexFormat.of().formatHex(sha256().digest(bytes()));
    }

    byte[] bytes() {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    /** It is secret until it is revealed, so it must not get into a log by accident. */
    @Override
    public String toString() {
        return "Seed";
    }

    /** A fresh digest, as every hash here is made by. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
