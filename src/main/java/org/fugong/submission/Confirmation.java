package org.fugong.submission;

/**
 * What a draft is sent off with. A commitment is signed by a fresh proof of identity, or by the password where it has
 * lapsed; a checklist or an application is confirmed under a name, {@code null} where it was not.
 */
public record Confirmation(String password, String signedName) {

    public static Confirmation by(String password) {
        return new Confirmation(password, null);
    }
}
