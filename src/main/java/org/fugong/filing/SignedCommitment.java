package org.fugong.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A commitment as it was signed: its whole text, the hash of that text, who signed in which role, when, and from which network
 * address. The address is personal data, for the firm itself and those who read the desk of its county; {@code null} where the
 * signature did not come by the web.
 */
public record SignedCommitment(String text, String hash, String signedName, String signedRole, Instant at, String from) {

    /** Who signs, in which role, from which network address. */
    public record Signatory(String name, String role, String from) {
    }

    public static SignedCommitment sign(String text, Signatory signatory, Instant at) {
        return new SignedCommitment(text, sha256(text), signatory.name(), signatory.role(), at, signatory.from());
    }

    /** What the hash is of: the text in UTF-8 without a mark, its lines separated by LF, with none after the last. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The hash of the text as it is kept now. */
    public String computed() {
        return sha256(text);
    }

    /** The SHA-256 of a text in UTF-8, in hexadecimal. */
    public static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
