package org.fugong.rule;

/** The verdict on one answer with its figures, and its sentences in both languages. */
record Explanation(RuleCalculation calculation, Expression when, Expression rule) {

    Finding finding() {
        var evaluation = calculation.evaluation();
        var applies = evaluation.holds(when);
        var holds = evaluation.holds(rule);
        var verdict = verdict(applies, holds);
        var figures = Boolean.TRUE.equals(applies) ? calculation.figures(rule) : Figures.NONE;
        return new Finding(calculation.item().code(), verdict, say(RuleTexts.CHINESE, verdict, applies),
                say(RuleTexts.ENGLISH, verdict, applies), figures.needed(), figures.given(),
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
        return calculation.item().answer() != AnswerType.NONE && !calculation.evaluation().given().containsKey(RuleLanguage.ANSWER);
    }

    private String say(RuleTexts texts, Verdict verdict, Boolean applies) {
        var wording = new FindingText(calculation, texts);
        return switch (verdict) {
            case MET, UNMET -> wording.sentence(rule, verdict == Verdict.MET);
            case NOT_APPLICABLE -> wording.notApplicable(when);
            case UNSURE -> applies == null ? wording.mayApply(when) : wording.unsure(rule, answerMissing());
        };
    }
}
