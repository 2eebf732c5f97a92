package org.fugong.verification;

/** The mark of one item and a note; a mark may still be missing while a note is there already. */
public record ItemResult(Conformity mark, String note) {

    public ItemResult {
        note = note == null ? "" : note.strip();
    }

    boolean empty() {
        return mark == null && note.isEmpty();
    }
}
