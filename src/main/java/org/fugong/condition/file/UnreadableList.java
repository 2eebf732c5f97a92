package org.fugong.condition.file;

import java.util.List;

/** A file that is no list; it names everything that is wrong with it, not only the first. */
public final class UnreadableList extends RuntimeException {

    private final transient List<FileProblem> problems;

    public UnreadableList(List<FileProblem> problems) {
        super(problems.toString());
        this.problems = problems;
    }

    public List<FileProblem> problems() {
        return problems;
    }
}
