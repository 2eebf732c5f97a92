package org.fugong.verification;

import java.util.List;

/** What was typed cannot be recorded, for all these reasons; nothing was changed. */
public class VerificationRefused extends RuntimeException {

    private final transient List<InputProblem> problems;

    VerificationRefused(List<InputProblem> problems) {
        super(problems.stream().map(InputProblem::key).toList().toString(), null, false, false);
        this.problems = List.copyOf(problems);
    }

    public List<InputProblem> problems() {
        return problems;
    }

    /** The codes that the filing's list does not name, as far as they could be codes at all. */
    List<String> outsideList() {
        return problems.stream().filter(problem -> problem.key().equals(Conclusion.OUTSIDE_LIST))
                .map(problem -> problem.arguments()[0].toString()).map(code -> code.matches("\\w{1,10}") ? code : "?").limit(20).toList();
    }

    static void unless(List<InputProblem> problems) {
        if (!problems.isEmpty()) {
            throw new VerificationRefused(problems);
        }
    }
}
