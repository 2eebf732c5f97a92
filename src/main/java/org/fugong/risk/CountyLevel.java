package org.fugong.risk;

import java.time.Instant;

/** The level of a county at a moment: the regime that follows from it, since when, and by which notice. */
public record CountyLevel(String county, RiskLevel level, Regime regime, Instant since, String notice) {
}
