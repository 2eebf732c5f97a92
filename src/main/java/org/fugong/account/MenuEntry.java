package org.fugong.account;

import java.util.List;
import java.util.function.ToIntFunction;

/**
 * A place in the menu, declared as a bean by the module whose page it opens: for which role (null: for visitors), its
 * address, the key of its text, and where it stands among the others. {@code within} names further addresses whose pages
 * belong to it; {@code due} counts what waits there for the one who acts, and is asked for with every page, so it is short.
 */
public record MenuEntry(Role role, int order, String address, String text, List<String> within, ToIntFunction<Actor> due) {

    public MenuEntry(Role role, int order, String address, String text, String... within) {
        this(role, order, address, text, List.of(within), actor -> 0);
    }

    public MenuEntry(Role role, int order, String address, String text, ToIntFunction<Actor> due) {
        this(role, order, address, text, List.of(), due);
    }

    /** How much of the path this entry is the place of, in characters; -1 for none of it. */
    int match(String path) {
        return Math.max(match(address, path), within.stream().mapToInt(other -> match(other, path)).max().orElse(-1));
    }

    private static int match(String address, String path) {
        return path.equals(address) || path.startsWith(address + "/") ? address.length() : -1;
    }
}
