package org.fugong.filing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A commitment as it was signed: its whole text, the hash of that text, and who signed in which role. */
public record SignedCommitment(String text, String hash, String signedName, String signedRole) {

    public static SignedCommitment sign(String text, String name, String role) {
        return new SignedCommitment(text, sha256(text), name, role);
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
