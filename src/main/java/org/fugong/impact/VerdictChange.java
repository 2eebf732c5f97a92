package org.fugong.impact;

import java.util.Optional;
import org.fugong.rule.Verdict;

/** What another list makes of a condition: met before and not any more, not met for another reason, met now, or no longer to be told. */
public enum VerdictChange {
    LOST, FAILED, GAINED, DOUBTED;

    /** The verdicts by the one list and by the other, null where the list does not ask; empty where it makes no difference. */
    static Optional<VerdictChange> of(Verdict before, Verdict after) {
        if (before == after) {
            return Optional.empty();
        }
        if (after == Verdict.UNMET) {
            return Optional.of(before == Verdict.MET ? LOST : FAILED);
        }
        if (after == Verdict.UNSURE) {
            return Optional.of(DOUBTED);
        }
        return before == Verdict.UNMET ? Optional.of(GAINED) : Optional.empty();
    }
}
