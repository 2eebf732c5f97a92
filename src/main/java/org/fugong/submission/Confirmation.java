package org.fugong.submission;

/**
 * What a draft is sent off with. A commitment is signed by a fresh proof of identity, or by the password where it has
 * lapsed; a checklist or an application is confirmed under a name, {@code null} where it was not. The network address that it
 * is sent from is kept with a signature. {@code shown} is the draft as it was read before, {@code null} where nobody else could
 * come in between.
 */
public record Confirmation(String password, String signedName, String address, ShownDraft shown) {

    public static Confirmation by(String password) {
        return by(password, null, null);
    }

    public static Confirmation by(String password, String signedName, String address) {
        return new Confirmation(password, signedName, address, null);
    }
}
