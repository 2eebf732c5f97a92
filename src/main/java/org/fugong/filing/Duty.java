package org.fugong.filing;

import org.fugong.risk.RiskLevel;

/** What a firm is asked to do after the level of its county has changed: to file, to confirm what was added, or to sign. */
public enum Duty {
    FILE, CONFIRM, SIGN;

    /** Whether it makes sense at a level. */
    public boolean holds(RiskLevel level) {
        return switch (this) {
            case FILE -> level != RiskLevel.LOW;
            case CONFIRM -> level == RiskLevel.HIGH;
            case SIGN -> level == RiskLevel.MEDIUM;
        };
    }

    /** Where a firm does it, by the number and the site of the filing that it is about. */
    public String link(String no, long siteId) {
        return switch (this) {
            case FILE -> "/my/filings/new?site=" + siteId;
            case CONFIRM -> "/my/filings/" + no + "/additions";
            case SIGN -> "/my/filings/" + no + "/commitment";
        };
    }
}
