package org.fugong.condition;

import java.util.Map;

/** The verdict on one answer with its figures, and its sentences in both languages. */
record Explanation(ListContent content, ConditionItem item, Map<String, Object> given, Term when, CompiledRule.Outcome applies,
        Term rule, CompiledRule.Outcome outcome) {

    Finding finding() {
        var verdict = verdict();
        var chinese = new Wording(content, item, given, outcome.values(), Phrases.CHINESE);
        var english = new Wording(content, item, given, outcome.values(), Phrases.ENGLISH);
        var figures = applies.holds() == Boolean.TRUE ? chinese.figures(rule) : Figures.NONE;
        return new Finding(item.code(), verdict, say(chinese, verdict), say(english, verdict), figures.needed(), figures.given(),
                verdict == Verdict.UNMET ? figures.gap() : null);
    }

    private Verdict verdict() {
        if (applies.holds() == Boolean.FALSE) {
            return Verdict.NOT_APPLICABLE;
        }
        if (applies.holds() == null || outcome.holds() == null || answerMissing()) {
            return Verdict.UNSURE;
        }
        return outcome.holds() ? Verdict.MET : Verdict.UNMET;
    }

    private boolean answerMissing() {
        return item.answer() != AnswerType.NONE && !given.containsKey(RuleLanguage.ANSWER);
    }

    private String say(Wording wording, Verdict verdict) {
        return switch (verdict) {
            case MET, UNMET -> wording.sentence(rule, verdict == Verdict.MET);
            case NOT_APPLICABLE -> wording.notApplicable(when);
            case UNSURE -> applies.holds() == null ? wording.mayApply(when) : wording.unsure(rule, answerMissing());
        };
    }
}
