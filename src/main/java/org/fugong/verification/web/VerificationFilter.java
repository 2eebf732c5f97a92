package org.fugong.verification.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.fugong.verification.VerificationState;
import org.fugong.web.Typed;
import org.springframework.web.util.UriComponentsBuilder;

/** What the queue is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record VerificationFilter(String state, String q) {

    /** Choices of state besides each single one: whatever somebody still has to act on, which is the first, and everything. */
    static final String OPEN = "OPEN";
    static final String ALL = "ALL";

    VerificationFilter {
        state = Typed.plain(state);
        q = Typed.plain(q);
    }

    static List<String> choices() {
        return Stream.concat(Stream.of(OPEN, ALL), Arrays.stream(VerificationState.values()).map(Enum::name)).toList();
    }

    public String chosen() {
        return choices().contains(state) ? state : OPEN;
    }

    Set<VerificationState> states() {
        var states = EnumSet.allOf(VerificationState.class);
        switch (chosen()) {
            case ALL -> {
            }
            case OPEN -> states.removeIf(each -> !each.open());
            default -> states.removeIf(each -> !each.name().equals(chosen()));
        }
        return states;
    }

    /** The text to look for, or null. */
    String text() {
        return q.isEmpty() || !Typed.isClean(q, 60, false) ? null : q;
    }

    /** The fields that were not understood. */
    public List<String> ignored() {
        return Stream.of("state", "q").filter(field -> field.equals("q")
                ? !q.isEmpty() && text() == null
                : !state.isEmpty() && !choices().contains(state)).toList();
    }

    /** The address of this queue from a key on. */
    public String link(String direction, String key) {
        var link = UriComponentsBuilder.fromPath("/desk/verifications");
        if (!chosen().equals(OPEN)) {
            link.queryParam("state", chosen());
        }
        if (text() != null) {
            link.queryParam("q", "{q}");
        }
        return link.queryParam(direction, key).encode().buildAndExpand(q).toUriString();
    }
}
