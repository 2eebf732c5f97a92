package org.fugong.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file that was found harmless, as it is kept: of a picture the one written anew, with its size in pixels and a small one of it; the
 * hash is of the bytes that are kept.
 */
public record CheckedFile(String name, FileType type, byte[] bytes, byte[] thumbnail, Integer width, Integer height, String sha256) {

    CheckedFile(String name, FileType type, byte[] bytes, byte[] thumbnail, Integer width, Integer height) {
        this(name, type, bytes, thumbnail, width, height, sha256(bytes));
    }

    static CheckedFile of(String name, FileType type, byte[] bytes) {
        return new CheckedFile(name, type, bytes, null, null, null);
    }

    /** The SHA-256 of some bytes, in hexadecimal digits. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
