package org.fugong.verification;

/** The mark of one item and a note; a mark may still be missing while a note is there already. */
public record Result(Mark mark, String note) {

    public Result {
        note = note == null ? "" : note.strip();
    }

    boolean empty() {
        return mark == null && note.isEmpty();
    }
}
