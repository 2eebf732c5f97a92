package org.fugong.condition.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Gathers what is wrong in a file while it is read, so that all of it can be told at once. */
final class FileProblems {

    private static final int ENOUGH = 200;

    private final List<FileProblem> problems = new ArrayList<>();
    private String item;

    /** From now on it is about this condition or example; null: about none. */
    void about(String other) {
        item = other;
    }

    void note(int line, String key, Object... arguments) {
        var problem = new FileProblem(line, item, new DefaultMessageSourceResolvable(new String[]{key}, arguments));
        if (problems.size() < ENOUGH && !problems.contains(problem)) {
            problems.add(problem);
        }
    }

    int count() {
        return problems.size();
    }

    List<FileProblem> inOrder() {
        return problems.stream().sorted(Comparator.comparingInt(FileProblem::line)).toList();
    }
}
