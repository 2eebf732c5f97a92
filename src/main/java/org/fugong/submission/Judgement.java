package org.fugong.submission;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingKind;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;

/** One condition of what a firm files, judged: list, facts and answer in, finding out, and the same again for ever. */
public record Judgement(ConditionItem item, boolean promised, Supplier<Finding> rule) {

    static Judgement of(ConditionItem item, FilingKind kind, CountyList list, Map<String, Object> facts, Answer answer) {
        var answered = kind.answered() && answer.value() != null;
        var promised = !kind.answered() && item.answer() != AnswerType.NONE && !Boolean.FALSE.equals(list.applies(item.code(), facts));
        return new Judgement(item, promised,
                () -> list.check(item.code(), facts, answered ? Map.of(item.code(), answer.value()) : Map.of()));
    }

    /** All conditions of a list, in its order; none for a notice. */
    public static List<Judgement> all(FilingKind kind, CountyList list, Map<String, Object> facts, Map<String, Answer> answers) {
        return !kind.conditions()
                ? List.of()
                : list.items().stream()
                        .map(item -> of(item, kind, list, facts, answers.getOrDefault(item.code(), Answer.NONE))).toList();
    }

    /** As it is kept with the filing: what is promised is left to a later check, and the rule is not asked. */
    public Finding finding() {
        return promised
                ? new Finding(item.code(), Verdict.UNSURE, "已承诺符合，事后核查", "Promised; checked afterwards", null, null, null)
                : rule.get();
    }

    /** What the rule says all the same, and so what would meet it. */
    Finding found() {
        return rule.get();
    }
}
