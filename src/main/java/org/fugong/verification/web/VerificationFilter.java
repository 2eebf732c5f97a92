package org.fugong.verification.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.fugong.verification.VerificationState;
import org.fugong.web.FilterBar;
import org.fugong.web.SearchText;
import org.fugong.web.Typed;

/** What the queue is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record VerificationFilter(String county, String state, String q, String due) {

    /**
     * Choices of state besides each single one: whatever somebody still has to act on, which is the first, everything, and
     * the orders that wait for their firms.
     */
    static final String OPEN = "OPEN";
    static final String ALL = "ALL";
    static final String ORDERED = "ORDERED";
    static final String OVERDUE = "overdue";

    VerificationFilter {
        county = Typed.plain(county);
        state = Typed.plain(state);
        q = Typed.plain(q);
        due = Typed.plain(due);
    }

    static List<String> choices() {
        return Stream.concat(Stream.of(OPEN, ALL, ORDERED), Arrays.stream(VerificationState.values()).map(Enum::name)).toList();
    }

    public String chosen() {
        return choices().contains(state) ? state : OPEN;
    }

    Set<VerificationState> states() {
        var states = EnumSet.allOf(VerificationState.class);
        switch (chosen()) {
            case ALL -> {
            }
            case ORDERED -> states.removeIf(each -> !each.awaitsFirm());
            case OPEN -> states.removeIf(each -> !each.open());
            default -> states.removeIf(each -> !each.name().equals(chosen()));
        }
        return states;
    }

    /** The pattern of the text to look for, or null. */
    String text() {
        return SearchText.typed(q);
    }

    boolean overdue() {
        return due.equals(OVERDUE);
    }

    /** The fields that were not understood. */
    public List<String> ignored() {
        return Stream.of("state", "due", "q").filter(field -> switch (field) {
            case "q" -> !q.isEmpty() && text() == null;
            case "due" -> !due.isEmpty() && !overdue();
            default -> !state.isEmpty() && !choices().contains(state);
        }).toList();
    }

    /** What is used, by the name of its field. */
    Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        if (county.matches("\\d{6}")) {
            used.put("county", county);
        }
        if (!chosen().equals(OPEN)) {
            used.put("state", chosen());
        }
        if (overdue()) {
            used.put("due", due);
        }
        if (text() != null) {
            used.put("q", q);
        }
        return used;
    }

    /** The address of this queue from a key on. */
    public String link(String direction, String key) {
        return FilterBar.narrowed("/desk/verifications", used(), direction, key);
    }

    /** The address of this queue as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return FilterBar.narrowed("/desk/verifications/export." + kind, used());
    }
}
