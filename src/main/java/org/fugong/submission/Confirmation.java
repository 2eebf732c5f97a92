package org.fugong.submission;

/**
 * What a draft is sent off with. A commitment is signed by a fresh proof of identity, or by the password where it has
 * lapsed; a checklist or an application is confirmed under a name, {@code null} where it was not. {@code shown} is the draft as
 * it was read before, {@code null} where nobody else could come in between.
 */
public record Confirmation(String password, String signedName, ShownDraft shown) {

    public static Confirmation by(String password) {
        return new Confirmation(password, null, null);
    }

    public static Confirmation by(String password, String signedName) {
        return new Confirmation(password, signedName, null);
    }
}
