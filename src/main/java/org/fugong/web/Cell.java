package org.fugong.web;

import java.util.List;

/** What stands in one cell of a list: a text, the address that it leads to where there is one, or tags. */
public record Cell(String text, String address, List<Tag> tags) {

    /** A state in a tag of a colour, and how pressing it is where it is; a {@code wide} tag gives way where there is no room. */
    public record Tag(String style, String state, String pressing, boolean wide) {

        public Tag(String style, String state) {
            this(style, state, null, false);
        }
    }

    public static Cell of(String text) {
        return new Cell(text, null, List.of());
    }

    public static Cell link(String text, String address) {
        return new Cell(text, address, List.of());
    }

    public static Cell of(List<Tag> tags) {
        return new Cell(null, null, tags);
    }
}
