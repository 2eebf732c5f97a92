package org.fugong.verification;

import java.util.List;

/** What was typed cannot be recorded, for all these reasons; nothing was changed. */
public class Refused extends RuntimeException {

    private final transient List<Problem> problems;

    Refused(List<Problem> problems) {
        super(problems.stream().map(Problem::key).toList().toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    static void unless(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new Refused(problems);
        }
    }
}
