package org.fugong.enterprise;

/** Who an enterprise is and whom to call: what its licence says and its contact. */
public record Particulars(String name, String legalRepresentative, String contact, Phone phone) {
}
