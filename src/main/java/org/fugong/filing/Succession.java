package org.fugong.filing;

import jakarta.persistence.Embeddable;

/**
 * Where a filing stands among its versions: the number of this one, counted from one, which filing it changes, and which has
 * taken its place; both are null where there is none. What has taken its place is a later version only if it says so itself.
 */
@Embeddable
public record Succession(int edition, Long changesId, Long supersededBy) {

    static final Succession FIRST = new Succession(1, null, null);

    /** Of the next version of a filing. */
    static Succession after(Filing changed) {
        if (!FilingAct.CHANGE.possible(changed.state())) {
            throw new Filing.Overtaken(changed, "change");
        }
        return new Succession(changed.succession().edition + 1, changed.id(), null);
    }

    Succession followedBy(Filing newer) {
        return new Succession(edition, changesId, newer.id());
    }

    /** Whether it is a later version of a filing. */
    public boolean changes(FilingRecord filing) {
        return changesId != null && changesId.equals(filing.id());
    }
}
