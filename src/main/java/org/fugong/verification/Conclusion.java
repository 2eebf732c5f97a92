package org.fugong.verification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What an official concludes from the results: the outcome, the words to the firm, and the date of an order. */
public record Conclusion(Outcome outcome, String text, LocalDate by) {

    static final String OUTSIDE_LIST = "verification.outside-list";

    public Conclusion {
        text = text == null ? "" : text.strip();
    }

    /** Why this cannot be concluded from these results; empty where it can. */
    List<InputProblem> problems(Checklist list, ItemResults results, Deadline deadline, boolean lowRisk) {
        var problems = new ArrayList<>(outside(list, results));
        if (outcome == null) {
            problems.add(new InputProblem("outcome", "verification.outcome.missing"));
            return problems;
        }
        if (lowRisk && outcome.orders()) {
            problems.add(new InputProblem("", "verification.low-risk"));
            return problems;
        }
        var unmarked = list.unmarked(results);
        var failed = results.failed();
        // stopping cannot wait for the rest of the list; an order names everything at once (一次性告知)
        if ((outcome == Outcome.PASSED || outcome == Outcome.RECTIFY) && !unmarked.isEmpty()) {
            problems.add(new InputProblem("mark." + unmarked.getFirst(), "verification.unmarked", unmarked.size(), unmarked.getFirst()));
        }
        switch (outcome) {
            case PASSED -> require(failed.isEmpty(), "verification.passed-with-failure", failed, problems);
            case RECTIFY -> require(!failed.isEmpty(), "verification.nothing-failed", failed, problems);
            case STOP_WORK -> require(list.vetoed(failed), "verification.no-veto", failed, problems);
            case GUIDANCE -> require(lowRisk, "verification.guidance-elsewhere", failed, problems);
        }
        list.contradicted(results).stream().filter(code -> results.note(code).isEmpty())
                .forEach(code -> problems.add(new InputProblem("note." + code, "verification.unexplained." + results.mark(code), code)));
        if (outcome != Outcome.PASSED && text.isEmpty()) {
            problems.add(new InputProblem("text", "verification.text.missing"));
        }
        if (outcome.orders()) {
            problems.addAll(deadline.problems("by", by));
        }
        return problems;
    }

    static List<InputProblem> outside(Checklist list, ItemResults results) {
        return list.outside(results.items().keySet()).stream()
                .map(code -> new InputProblem("", OUTSIDE_LIST, code)).toList();
    }

    private static void require(boolean holds, String key, List<String> codes, List<InputProblem> problems) {
        if (!holds) {
            problems.add(new InputProblem("outcome", key, String.join(" ", codes)));
        }
    }
}
