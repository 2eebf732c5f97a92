package org.fugong.filing.web;

import java.time.OffsetDateTime;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;

/**
 * What the public may know of a filing: that it is real and what it says now, and nothing about persons. Where an earlier version
 * was asked for, or an application that waits beside a filing in force, {@code asked} is its number, {@code askedVersion} which
 * version that is and {@code askedState} what became of it; the rest is what is in force instead.
 */
record Receipt(String number, String enterprise, String county, String countyName, FilingKind kind, RiskLevel level, Regime regime,
        String listVersion, FilingState state, boolean mayStart, OffsetDateTime submittedAt, int version, String asked,
        Integer askedVersion, FilingState askedState) {

    /** Whether what was asked for is an application that waits for its reply. */
    public boolean waiting() {
        return askedState != null && askedState.undecided();
    }
}
