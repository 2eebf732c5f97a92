package org.fugong.rule;

import java.util.List;

/** Rules that cannot be compiled; it names every problem of the list, not only the first. */
public final class RuleException extends RuntimeException {

    private final transient List<RuleProblem> problems;

    public RuleException(List<RuleProblem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    public List<RuleProblem> problems() {
        return problems;
    }
}
