package org.fugong.filing.web;

import java.time.OffsetDateTime;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;

/**
 * What the public may know of a filing: that it is real and what it says now, and nothing about persons. Where an earlier version
 * was asked for, {@code asked} is its number and {@code askedVersion} which version that is; the rest is what is in force instead.
 */
record Receipt(String number, String enterprise, String county, String countyName, FilingKind kind, RiskLevel level, Regime regime,
        String listVersion, FilingState state, boolean mayStart, OffsetDateTime submittedAt, int version, String asked,
        Integer askedVersion) {
}
