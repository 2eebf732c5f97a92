package org.fugong.filing;

/**
 * What a firm says to one condition: a value (Double, Boolean, or text; a date as yyyy-MM-dd), that it owes the item
 * for now, or, in a commitment, the fingerprint of the words that it confirmed.
 */
public record Answer(Object value, boolean owed, String confirmed) {

    public static final Answer NONE = new Answer(null, false, null);

    public static Answer of(Object value) {
        return new Answer(value, false, null);
    }

    public Answer value(Object other) {
        return new Answer(other, owed, confirmed);
    }

    public Answer owed(boolean yes) {
        return new Answer(value, yes, confirmed);
    }

    public Answer confirmed(String fingerprint) {
        return new Answer(value, owed, fingerprint);
    }
}
