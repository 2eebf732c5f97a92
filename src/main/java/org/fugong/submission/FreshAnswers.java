package org.fugong.submission;

import java.time.LocalDate;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingContents;
import org.fugong.filing.Plan;
import org.fugong.rule.AnswerType;

/**
 * What a renewal asks once more, and so does not carry over: days that were answered, for they say when something was done the last
 * time; promises, for each is given anew; days of the plan that are over; and, after an end, the day of the start and what was owed.
 * Everything else is carried over, and judged by the list in force: what that asks for the first time, or finds unmet now, is asked.
 */
final class FreshAnswers {

    private FreshAnswers() {
    }

    /** What is left of contents; {@code standing} where work has been going on by them. */
    static FilingContents besides(FilingContents last, CountyList list, boolean standing, LocalDate today) {
        var items = list.items().stream().collect(Collectors.toMap(ConditionItem::code, item -> item));
        var kept = new TreeMap<String, Answer>();
        last.answers().forEach((code, answer) -> {
            var item = items.get(code);
            var left = new Answer(item == null || item.answer() == AnswerType.DATE ? null : answer.value(), standing && answer.owed(),
                    null);
            if (item != null && !left.equals(Answer.NONE)) {
                kept.put(code, left);
            }
        });
        return last.answers(kept).plan(plan(last.plan(), standing, today));
    }

    private static Plan plan(Plan last, boolean standing, LocalDate today) {
        boolean over = last.fullProduction() != null && last.fullProduction().isBefore(today);
        return new Plan(last.responsible(), last.phone(), standing ? last.start() : null, last.totalStaff(), last.plannedStaff(),
                last.fromOutside(), last.fromHighRisk(), last.batches(), over ? null : last.fullProduction());
    }
}
