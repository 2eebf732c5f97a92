package org.fugong.draw;

import java.util.List;

/** A draw cannot be announced as it was prepared, for all these reasons; nothing was changed. */
public class DrawRefused extends RuntimeException {

    private final transient List<Problem> problems;

    /** One reason: the field that it is about, or empty, and the key of its text. */
    public record Problem(String field, String key, Object... arguments) {
    }

    DrawRefused(List<Problem> problems) {
        super(problems.stream().map(Problem::key).toList().toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    static void unless(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw new DrawRefused(problems);
        }
    }
}
