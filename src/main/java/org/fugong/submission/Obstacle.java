package org.fugong.submission;

import org.fugong.condition.ConditionItem;
import org.fugong.rule.Finding;

/**
 * One thing that stands between a draft and its submission: in which part, at which field (a name, or the code of a
 * condition), and, for a condition that was judged, the finding that says what would meet it.
 */
public record Obstacle(FilingPart part, String field, Problem problem, ConditionItem item, Finding finding) {

    /** What is the matter. */
    public enum Problem {
        MISSING, IMPOSSIBLE, UNMET, UNSURE, UNCONFIRMED, CHANGED
    }

    static Obstacle missing(FilingPart part, String field) {
        return new Obstacle(part, field, Problem.MISSING, null, null);
    }

    static Obstacle impossible(FilingPart part, String field) {
        return new Obstacle(part, field, Problem.IMPOSSIBLE, null, null);
    }

    static Obstacle of(ConditionItem item, FilingPart part, Problem problem, Finding finding) {
        return new Obstacle(part, item.code(), problem, item, finding);
    }

    /** The category of the condition that it is about, or null. */
    public String category() {
        return item == null ? null : item.category();
    }
}
