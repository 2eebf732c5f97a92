package org.fugong.account;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The menu of each role, put together from what the modules declare. */
@Component
public class Menu {

    /** The most that a count says; beyond it there is simply much to do. */
    public static final int CAP = 99;

    private final List<MenuEntry> entries;
    private final MessageSource messages;

    /** One place as a page shows it: whether the page belongs to it, and how many things are due there. */
    public record Place(String address, String text, boolean current, int due) {
    }

    Menu(List<MenuEntry> entries, MessageSource messages) {
        this.entries = entries.stream().sorted(Comparator.comparingInt(MenuEntry::order)).toList();
        this.messages = messages;
    }

    /** The places of whoever is signed in, null for a visitor, as they stand on the page at a path. */
    public List<Place> places(Actor actor, String path, Locale locale) {
        var own = of(actor == null ? null : actor.role());
        int nearest = own.stream().mapToInt(entry -> entry.match(path)).max().orElse(-1);
        return own.stream().map(entry -> new Place(entry.address(), messages.getMessage(entry.text(), null, locale),
                nearest >= 0 && entry.match(path) == nearest, entry.due().applyAsInt(actor))).toList();
    }

    /** Where a role starts after signing in: at the first of its places. */
    public String home(Role role) {
        return of(role).getFirst().address();
    }

    private List<MenuEntry> of(Role role) {
        return entries.stream().filter(entry -> Objects.equals(entry.role(), role)).toList();
    }
}
