package org.fugong.attachment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A file that was found harmless, as it is kept: of a picture the one written anew, with its size in pixels and a small one of it. */
public record CheckedFile(String name, FileType type, byte[] bytes, byte[] thumbnail, Integer width, Integer height) {

    static CheckedFile of(String name, FileType type, byte[] bytes) {
        return new CheckedFile(name, type, bytes, null, null, null);
    }

    String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
