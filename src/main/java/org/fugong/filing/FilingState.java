package org.fugong.filing;

import java.util.EnumSet;
import java.util.Set;
import org.fugong.risk.Regime;

/** What has become of a filing. */
public enum FilingState {
    DRAFT, RECORDED, EFFECTIVE, SUBMITTED, ACCEPTED, CORRECTION, PERMITTED, REFUSED, NOT_ACCEPTED, SUSPENDED, WITHDRAWN, CHANGED, CLOSED,
    ENDED;

    /** The states by which a site works, or has to stop: of these it has one filing at most (index {@code filing_one_in_force}). */
    public static final Set<FilingState> IN_FORCE = Set.copyOf(EnumSet.of(RECORDED, EFFECTIVE, PERMITTED, SUSPENDED));

    /** The states of an application that waits for its reply; of these, too, one at most, beside the one in force. */
    public static final Set<FilingState> UNDECIDED = Set.copyOf(EnumSet.of(SUBMITTED, ACCEPTED, CORRECTION));

    /** Both together: what counts of what a site has filed. */
    public static final Set<FilingState> LIVE = Set
            .copyOf(EnumSet.of(RECORDED, EFFECTIVE, SUBMITTED, ACCEPTED, CORRECTION, PERMITTED, SUSPENDED));

    /** What there is to go on with at a site: its draft and its live filings. */
    public static final Set<FilingState> OPEN = Set.copyOf(EnumSet.of(DRAFT, RECORDED, EFFECTIVE, SUBMITTED, ACCEPTED, CORRECTION,
            PERMITTED, SUSPENDED));

    /** Whether the filing itself lets the enterprise work; in a county at low risk anybody may, and whoever was told so goes on. */
    public boolean mayStart() {
        return this == RECORDED || this == EFFECTIVE || this == PERMITTED || this == CLOSED;
    }

    /** The same under the county's present regime: at low risk always, but for an open order to stop. */
    public boolean mayStart(Regime now) {
        return mayStart() || now == Regime.NOTICE && this != SUSPENDED;
    }

    /** Whether a filing that was made under a regime is checked afterwards instead of being replied to. */
    public boolean checkedAfterwards(Regime filedUnder) {
        return filedUnder == Regime.RECORD || this == EFFECTIVE || this == SUSPENDED;
    }

    /** Whether it counts no more; what was closed because nothing had to be asked for lets its firm go on, what its firm ended does not. */
    public boolean past() {
        return this == REFUSED || this == NOT_ACCEPTED || this == WITHDRAWN || this == CHANGED || this == ENDED;
    }

    /** Whether it is an application that has not been replied to. */
    public boolean undecided() {
        return UNDECIDED.contains(this);
    }

    /** Whether its site works by it, or has to stop by it. */
    public boolean inForce() {
        return IN_FORCE.contains(this);
    }

    /** Whether its firm was told no. */
    public boolean declined() {
        return this == REFUSED || this == NOT_ACCEPTED;
    }

    public boolean live() {
        return LIVE.contains(this);
    }
}
