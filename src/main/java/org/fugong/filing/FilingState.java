package org.fugong.filing;

import java.util.EnumSet;
import java.util.Set;
import org.fugong.risk.Regime;

/** What has become of a filing. */
public enum FilingState {
    DRAFT, RECORDED, EFFECTIVE, SUBMITTED, ACCEPTED, CORRECTION, PERMITTED, REFUSED, NOT_ACCEPTED, SUSPENDED, WITHDRAWN, CHANGED, CLOSED,
    ENDED;

    /** The states of which a site has at most one filing, as the index {@code filing_one_live} says. */
    public static final Set<FilingState> LIVE = Set
            .copyOf(EnumSet.of(RECORDED, EFFECTIVE, SUBMITTED, ACCEPTED, CORRECTION, PERMITTED, SUSPENDED));

    /** What there is to go on with at a site: its draft and its live filing. */
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
        return this == SUBMITTED || this == ACCEPTED || this == CORRECTION;
    }

    /** Whether its firm was told no. */
    public boolean declined() {
        return this == REFUSED || this == NOT_ACCEPTED;
    }

    public boolean live() {
        return LIVE.contains(this);
    }
}
