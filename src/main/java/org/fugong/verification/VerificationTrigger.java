package org.fugong.verification;

import org.fugong.risk.Regime;

/** What a verification was opened for: a filing that took effect, owed items 容缺 not supplied by their day, a random draw 双随机. */
public enum VerificationTrigger {
    FILING, OWED, DRAWN;

    /**
     * Whether its firm has to be told of the check of what was filed under a regime: not where the firm's own submission has opened
     * it, whose receipt says by when the county checks. An application takes effect by a change of level, and its receipt says nothing.
     */
    boolean announced(Regime filedUnder) {
        return this != FILING || filedUnder != Regime.RECORD;
    }

    /** Whether what opens the check tells its firm in words of its own: a draw by its number. */
    boolean announcesItself() {
        return this == DRAWN;
    }
}
