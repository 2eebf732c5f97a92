package org.fugong.filing.web;

import java.time.OffsetDateTime;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;

/** What the public may know of a filing: that it is real and what it says now, and nothing about persons. */
record Receipt(String number, String enterprise, String county, String countyName, FilingKind kind, RiskLevel level, Regime regime,
        String listVersion, FilingState state, boolean mayStart, OffsetDateTime submittedAt) {
}
