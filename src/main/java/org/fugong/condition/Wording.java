package org.fugong.condition;

import java.util.Map;
import java.util.Optional;

/** Puts a rule and the values of its parts into sentences of one language. */
final class Wording {

    private static final String AND = "_&&_";
    private static final String OR = "_||_";
    private static final String NOT = "!_";
    private static final Term.Name ANSWER = new Term.Name(RuleLanguage.ANSWER);
    private static final Map<String, String> BOUNDS = Map.of("_>=_", "at-least", "_<=_", "at-most", "_>_", "more-than", "_<_", "less-than",
            "_==_", "exactly", "_!=_", "other-than");

    private final ConditionItem item;
    private final Evaluation evaluation;
    private final Phrases phrases;
    private final Reckoning reckoning;
    private final Amounts amounts;
    private final Formula formula;

    Wording(Reckoning reckoning, Phrases phrases) {
        this.item = reckoning.item();
        this.evaluation = reckoning.evaluation();
        this.phrases = phrases;
        this.amounts = new Amounts(reckoning.content().units(), phrases.locale());
        this.reckoning = reckoning;
        this.formula = new Formula(reckoning, phrases, amounts);
    }

    /** Why the condition is met or not. */
    String sentence(Term rule, boolean holds) {
        return phrases.capitalized(explain(rule, holds));
    }

    String notApplicable(Term when) {
        return phrases.say("condition.finding.not-applicable", factsOf(when));
    }

    String mayApply(Term when) {
        return phrases.say("condition.finding.may-apply", phrases.quoted(formula.missing(when)));
    }

    /** What has to be known before it can be told, and what will be asked for then. */
    String unsure(Term rule, boolean answerMissing) {
        var missing = formula.missing(rule);
        var requirement = requirement(rule);
        if (!missing.isEmpty()) {
            return requirement.map(bound -> phrases.say("condition.finding.facts-missing.bound", phrases.quoted(missing), bound))
                    .orElseGet(() -> phrases.say("condition.finding.facts-missing", phrases.quoted(missing)));
        }
        if (!answerMissing) {
            return phrases.say("condition.finding.untold");
        }
        return requirement.map(bound -> phrases.say("condition.finding.answer-missing.bound", bound)).orElseGet(() -> phrases.say(
                item.answer() == AnswerType.YES_NO ? "condition.finding.answer-missing.yes-no" : "condition.finding.answer-missing"));
    }

    /** What the rule asks for, where that is a figure, a date or a choice. */
    Optional<String> requirement(Term rule) {
        if (rule instanceof Term.Call call && call.operator().equals(AND)) {
            return call.parts().stream().filter(part -> !notInFuture(part)).map(this::requirement).flatMap(Optional::stream).reduce(this::and);
        }
        return Comparison.of(rule).filter(comparison -> tellable(comparison) && !presence(comparison)).map(this::required)
                .or(() -> rule instanceof Term.Call call && call.operator().equals("@in") ? Optional.of(oneOf(call)) : Optional.empty());
    }

    /** When an item applies; empty for one that applies to everybody. */
    Optional<String> appliesWhen(Term when) {
        return when instanceof Term.Name name ? Optional.of(phrases.say("condition.applies.yes", formula.label(name)))
                : requirement(when).map(bound -> phrases.say("condition.applies.if", bound));
    }

    private String explain(Term rule, boolean holds) {
        return switch (rule) {
            case Term.Literal literal -> filled();
            case Term.Name name when name.answer() -> phrases.say(holds ? "condition.finding.yes" : "condition.finding.no");
            case Term.Name name -> fact(name, true, holds);
            case Term.Call call when call.operator().equals(NOT) && call.left() instanceof Term.Name name && name.fact() -> fact(name, false, holds);
            case Term.Call call when call.operator().equals(NOT) && call.left() instanceof Term.Name -> phrases.say(
                    holds ? "condition.finding.not.met" : "condition.finding.not.unmet");
            case Term.Call call when call.operator().equals(AND) || call.operator().equals(OR) -> call.parts().stream()
                    .filter(part -> !Boolean.valueOf(!holds).equals(evaluation.of(part)) && !(holds && notInFuture(part)))
                    .map(part -> explain(part, holds)).distinct().reduce(call.operator().equals(AND) || holds ? this::and : this::or).orElseGet(this::filled);
            case Term.Call call when call.choice() -> reckoning.chosen(call).map(part -> explain(part, holds)).orElseGet(() -> plainly(rule, holds));
            case Term.Call call when call.operator().equals("@in") && call.left() instanceof Term.Name ->
                    phrases.say(holds ? "condition.finding.fits" : "condition.finding.misses", oneOf(call), formula.of(call.left()));
            case Term.Call call -> Comparison.of(call).filter(this::tellable).map(comparison -> compare(comparison, holds)).orElseGet(() -> plainly(rule, holds));
            case Term.Choices choices -> plainly(rule, holds);
        };
    }

    private String compare(Comparison comparison, boolean holds) {
        if (presence(comparison)) {
            return phrases.say(holds ? "condition.finding.filled" : "condition.finding.empty");
        }
        if (notInFuture(comparison)) {
            return holds ? filled() : phrases.say("condition.finding.future", formula.of(ANSWER));
        }
        if (!reckoning.numeric(comparison)) {
            return about(comparison, phrases.say(holds ? "condition.finding.fits" : "condition.finding.misses", bound(comparison),
                    formula.of(comparison.subject())));
        }
        var figures = reckoning.figures(comparison);
        if (figures.needed() == null || figures.given() == null) {
            return plainly(comparison.bound(), holds);
        }
        var unit = reckoning.unit(comparison.subject());
        boolean age = comparison.subject().age();
        var amount = amounts.again(figures.given(), unit);
        var has = age ? phrases.say("condition.age.given", amount, formula.of(ANSWER)) : amount;
        var gap = figures.gap() == null ? "" : unit != null && unit.equals("%")
                ? phrases.say("condition.points", Amounts.number(figures.gap())) : amounts.again(figures.gap(), unit);
        return about(comparison, switch (reckoning.operator(comparison)) {
            case "_>=_" -> reckoning.counted(unit) && !age
                    ? phrases.say(holds ? "condition.finding.has.met" : "condition.finding.has.short", needed(comparison, figures), formula.parenthesis(comparison), has, gap)
                    : phrases.say(holds ? "condition.finding.at-least.met" : "condition.finding.at-least.short", bound(comparison), has, gap);
            case "_<=_" -> phrases.say(holds ? "condition.finding.fits" : "condition.finding.over", bound(comparison), has, gap);
            default -> phrases.say(holds ? "condition.finding.fits" : "condition.finding.misses", bound(comparison), has);
        });
    }

    private String bound(Comparison comparison) {
        var key = "condition.bound." + (item.answer() == AnswerType.DATE && comparison.subject().answer() ? "date." : "") + BOUNDS.get(reckoning.operator(comparison));
        if (!reckoning.numeric(comparison)) {
            return phrases.say(key, formula.of(comparison.bound()), "");
        }
        var figures = reckoning.figures(comparison);
        return figures.needed() == null ? phrases.say(key, formula.expression(comparison), "")
                : phrases.say(key, needed(comparison, figures), formula.parenthesis(comparison));
    }

    private String needed(Comparison comparison, Figures figures) {
        return amounts.of(figures.needed(), reckoning.unit(comparison.subject()));
    }

    /** A fact that the enterprise did not fill in here is named before it is judged. */
    private String about(Comparison comparison, String sentence) {
        return comparison.subject().answer() ? sentence : phrases.labelled(formula.label(comparison.subject()), sentence);
    }

    private String required(Comparison comparison) {
        return comparison.subject().answer() ? bound(comparison) : phrases.say("condition.of.bound", phrases.inline(formula.label(comparison.subject())), bound(comparison));
    }

    private boolean tellable(Comparison comparison) {
        return reckoning.numeric(comparison) || comparison.bound() instanceof Term.Literal;
    }

    private boolean presence(Comparison comparison) {
        return comparison.operator().equals("_!=_") && comparison.bound() instanceof Term.Literal(String text) && text.isEmpty();
    }

    /** That a date does not lie ahead goes without saying, unless it does. */
    private static boolean notInFuture(Term term) {
        return Comparison.of(term).filter(Wording::notInFuture).isPresent();
    }

    private static boolean notInFuture(Comparison comparison) {
        return comparison.subject().age() && comparison.operator().equals("_>=_") && comparison.bound() instanceof Term.Literal(Double none) && none == 0;
    }

    private String filled() {
        if (item.answer() == AnswerType.NONE) {
            return phrases.say("condition.finding.on-submission");
        }
        return item.answer() == AnswerType.DATE ? phrases.say("condition.finding.filled.with", formula.of(ANSWER)) : phrases.say("condition.finding.filled");
    }

    private String fact(Term.Name name, boolean expected, boolean holds) {
        return phrases.say(holds ? "condition.finding.fact.met" : "condition.finding.fact.unmet", formula.label(name), yesNo(expected), yesNo(!expected));
    }

    private String yesNo(boolean yes) {
        return phrases.say(yes ? "condition.yes" : "condition.no");
    }

    private String oneOf(Term.Call membership) {
        return phrases.say("condition.bound.one-of", formula.of(membership.right()));
    }

    /** For a rule of another form: the title and the figures it was judged by. */
    private String plainly(Term rule, boolean holds) {
        return phrases.say(holds ? "condition.finding.met" : "condition.finding.unmet", item.title(phrases.locale()), factsOf(rule));
    }

    private String factsOf(Term rule) {
        return rule.names().filter(name -> !name.parameter()).distinct()
                .map(name -> name.answer() ? formula.of(name) : phrases.labelled(formula.label(name), formula.of(name)))
                .distinct().reduce((a, b) -> phrases.say("condition.and", a, b)).orElse("");
    }

    private String and(String one, String other) {
        return phrases.say("condition.and", one, other);
    }

    private String or(String one, String other) {
        return phrases.say("condition.or", one, other);
    }
}
