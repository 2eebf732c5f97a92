package org.fugong.rule;

/** How the unit of a number is written after it; {@code enOne} is the English form after 1, where it differs. */
public record Unit(String zh, String en, String enOne) {

    /** Things are counted one by one; lengths, degrees and shares are measured. */
    boolean counted() {
        return enOne != null && !zh.contains("/");
    }
}
