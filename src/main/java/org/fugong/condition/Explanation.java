package org.fugong.condition;

/** The verdict on one answer with its figures, and its sentences in both languages. */
record Explanation(ListContent content, ConditionItem item, Evaluation evaluation, Term when, Term rule) {

    Finding finding() {
        var applies = evaluation.holds(when);
        var holds = evaluation.holds(rule);
        var verdict = verdict(applies, holds);
        var chinese = new Wording(content, item, evaluation, Phrases.CHINESE);
        var english = new Wording(content, item, evaluation, Phrases.ENGLISH);
        var figures = Boolean.TRUE.equals(applies) ? chinese.figures(rule) : Figures.NONE;
        return new Finding(item.code(), verdict, say(chinese, verdict, applies), say(english, verdict, applies), figures.needed(), figures.given(),
                verdict == Verdict.UNMET ? figures.gap() : null);
    }

    private Verdict verdict(Boolean applies, Boolean holds) {
        if (Boolean.FALSE.equals(applies)) {
            return Verdict.NOT_APPLICABLE;
        }
        if (applies == null || holds == null || answerMissing()) {
            return Verdict.UNSURE;
        }
        return holds ? Verdict.MET : Verdict.UNMET;
    }

    private boolean answerMissing() {
        return item.answer() != AnswerType.NONE && !evaluation.given().containsKey(RuleLanguage.ANSWER);
    }

    private String say(Wording wording, Verdict verdict, Boolean applies) {
        return switch (verdict) {
            case MET, UNMET -> wording.sentence(rule, verdict == Verdict.MET);
            case NOT_APPLICABLE -> wording.notApplicable(when);
            case UNSURE -> applies == null ? wording.mayApply(when) : wording.unsure(rule, answerMissing());
        };
    }
}
