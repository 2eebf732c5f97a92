package org.fugong.filing;

import java.util.EnumSet;
import java.util.Set;

/** What has become of a filing. */
public enum FilingState {
    DRAFT, RECORDED, EFFECTIVE, SUBMITTED, PERMITTED, REFUSED, SUSPENDED, WITHDRAWN, CHANGED, CLOSED;

    /** The states of which a site has at most one filing, as the index {@code filing_one_live} says. */
    public static final Set<FilingState> LIVE = Set.copyOf(EnumSet.of(RECORDED, EFFECTIVE, SUBMITTED, PERMITTED, SUSPENDED));

    /** What there is to go on with at a site: its draft and its live filing. */
    public static final Set<FilingState> OPEN = Set.copyOf(EnumSet.of(DRAFT, RECORDED, EFFECTIVE, SUBMITTED, PERMITTED, SUSPENDED));

    /** Whether the filing itself lets the enterprise work; in a county at low risk anybody may, and whoever was told so goes on. */
    public boolean mayStart() {
        return this == RECORDED || this == EFFECTIVE || this == PERMITTED || this == CLOSED;
    }

    public boolean live() {
        return LIVE.contains(this);
    }
}
