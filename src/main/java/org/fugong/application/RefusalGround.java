package org.fugong.application;

import org.fugong.condition.ConditionItem;
import org.fugong.filing.OwedItem;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;

/**
 * An item that a refusal may rest on, with what the rules found of it when the application was submitted ({@code null}
 * where they found nothing) and, where it is owed, until when ({@code null} where it is not).
 */
public record RefusalGround(ConditionItem item, Finding finding, OwedItem owed) {

    public String code() {
        return item.code();
    }

    /** What is not met, what cannot be told, what is met: in this order grounds are offered. */
    public Verdict verdict() {
        return finding == null ? Verdict.UNSURE : finding.verdict();
    }

    /** Whether a refusal for it says otherwise than the rules, and so has to say why. */
    public boolean contradicts() {
        return verdict() == Verdict.MET;
    }

    /** Where it stands among the grounds. */
    int rank() {
        return switch (verdict()) {
            case UNMET -> 0;
            case UNSURE -> 1;
            case MET, NOT_APPLICABLE -> 2;
        };
    }
}
