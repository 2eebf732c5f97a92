package org.fugong.condition;

import java.util.List;

/** Puts a rule and the values of its parts into sentences of one language. */
final class FindingText {

    private static final Expression.Name ANSWER = new Expression.Name(RuleLanguage.ANSWER);

    private final RuleCalculation reckoning;
    private final RuleTexts phrases;
    private final QuantityFormat amounts;
    private final ExpressionText formula;
    private final Requirement demand;

    FindingText(RuleCalculation reckoning, RuleTexts phrases) {
        this.reckoning = reckoning;
        this.phrases = phrases;
        this.amounts = new QuantityFormat(reckoning.content().units(), phrases.locale());
        this.formula = new ExpressionText(reckoning, phrases, amounts);
        this.demand = new Requirement(reckoning, phrases, amounts, formula);
    }

    Requirement demand() {
        return demand;
    }

    /** Why the condition is met, or why not and what would meet it. */
    String sentence(Expression rule, boolean holds) {
        return phrases.capitalized(explain(rule, holds));
    }

    String notApplicable(Expression when) {
        return phrases.say("condition.finding.not-applicable", factsOf(when));
    }

    String mayApply(Expression when) {
        return phrases.say("condition.finding.may-apply", phrases.quoted(formula.missing(when)));
    }

    /** What has to be known before it can be told, and what will be asked for then. */
    String unsure(Expression rule, boolean answerMissing) {
        var missing = formula.missing(rule);
        var requirement = demand.of(rule);
        if (!missing.isEmpty()) {
            return requirement.map(bound -> phrases.say("condition.finding.facts-missing.bound", phrases.quoted(missing), bound))
                    .orElseGet(() -> phrases.say("condition.finding.facts-missing", phrases.quoted(missing)));
        }
        if (!answerMissing) {
            return phrases.say("condition.finding.untold");
        }
        return requirement.map(bound -> phrases.say("condition.finding.answer-missing.bound", bound)).orElseGet(() -> phrases.say(
                reckoning.item().answer() == AnswerType.YES_NO ? "condition.finding.answer-missing.yes-no" : "condition.finding.answer-missing"));
    }

    private String explain(Expression rule, boolean holds) {
        return switch (rule) {
            case Expression.Literal literal -> holds ? filled() : plainly(rule, false);
            case Expression.Name name -> yes(name, true, holds);
            case Expression.Call call -> switch (call.operator()) {
                case "!_" -> call.left() instanceof Expression.Name name ? yes(name, false, holds)
                        : call.turned().map(turned -> explain(turned, holds)).orElseGet(() -> compare(call, holds));
                case "_&&_", "_||_" -> join(call, holds);
                case "_?_:_" -> reckoning.chosen(call).map(part -> explain(part, holds)).orElseGet(() -> plainly(rule, holds));
                case "@in" -> choose(call, "condition.bound.one-of", "condition.way.one-of", holds);
                default -> compare(call, holds);
            };
            case Expression.Choices choices -> plainly(rule, holds);
        };
    }

    /** Of what is met the parts that do it, of what is not the parts that fail: all of them have to be put right, or any one. */
    private String join(Expression.Call call, boolean holds) {
        var key = call.operator().equals("_&&_") || holds ? "condition.and" : "condition.either";
        return call.parts().stream().filter(part -> Boolean.valueOf(holds).equals(reckoning.evaluation().of(part)) && !(holds && Requirement.notInFuture(part)))
                .map(part -> holds || !mixed(call, part) ? explain(part, holds) : phrases.say("condition.group", explain(part, false))).distinct().reduce((one, other) -> phrases.say(key, one, other)).orElseGet(this::filled);
    }

    /** All of some and any one of others are kept apart. */
    private static boolean mixed(Expression.Call call, Expression part) {
        return part instanceof Expression.Call inner && List.of("_&&_", "_||_").contains(inner.operator()) && !inner.operator().equals(call.operator());
    }

    private String choose(Expression.Call membership, String bound, String way, boolean holds) {
        if (!(membership.left() instanceof Expression.Name name)) {
            return plainly(membership, holds);
        }
        return about(name, judged(holds, phrases.say(bound, formula.of(membership.right())), formula.of(name), phrases.say(way)));
    }

    private String compare(Expression.Call call, boolean holds) {
        if (call.operator().equals("!_") && call.left() instanceof Expression.Call membership && membership.operator().equals("@in")) {
            return choose(membership, "condition.bound.none-of", "condition.way.other", holds);
        }
        return Comparison.of(call).filter(demand::tellable).map(comparison -> compare(call, comparison, holds)).orElseGet(() -> plainly(call, holds));
    }

    private String compare(Expression.Call call, Comparison comparison, boolean holds) {
        var subject = comparison.subject();
        if (Requirement.presence(comparison)) {
            return about(subject, phrases.say(holds ? "condition.finding.filled" : "condition.finding.empty"));
        }
        if (Requirement.notInFuture(comparison) && holds) {
            return filled();
        }
        var way = new Remedy(reckoning, phrases, amounts, formula);
        if (Requirement.notInFuture(comparison)) {
            return wayOut(phrases.say("condition.finding.future", formula.of(ANSWER)), way.of(comparison));
        }
        if (!reckoning.numeric(comparison)) {
            return about(subject, judged(holds, demand.bound(comparison), formula.of(subject), holds ? "" : way.of(comparison)));
        }
        var figures = reckoning.figures(comparison);
        if (figures.needed() == null || figures.given() == null) {
            return plainly(call, holds);
        }
        return about(subject, holds ? reckoned(comparison, figures, true) : wayOut(reckoned(comparison, figures, false), way.of(comparison)));
    }

    private String reckoned(Comparison comparison, Figures figures, boolean holds) {
        var unit = reckoning.unit(comparison.subject());
        boolean age = comparison.subject().age();
        var amount = amounts.again(figures.given(), unit);
        var has = age ? phrases.say("condition.age.given", amount, formula.of(ANSWER)) : amount;
        var gap = figures.gap() == null ? "" : "%".equals(unit) ? phrases.say("condition.points", QuantityFormat.number(figures.gap())) : amounts.again(figures.gap(), unit);
        return switch (reckoning.operator(comparison)) {
            case "_>=_" -> reckoning.counted(unit) && !age
                    ? phrases.say(holds ? "condition.finding.has.met" : "condition.finding.has.short", demand.needed(comparison, figures), formula.parenthesis(comparison), has, gap)
                    : phrases.say(holds ? "condition.finding.at-least.met" : "condition.finding.at-least.short", demand.bound(comparison), has, gap);
            case "_<=_" -> phrases.say(holds ? "condition.finding.fits" : "condition.finding.over", demand.bound(comparison), has, gap);
            default -> phrases.say(holds ? "condition.finding.fits" : "condition.finding.misses", demand.bound(comparison), has);
        };
    }

    private String judged(boolean holds, String bound, String given, String way) {
        return holds ? phrases.say("condition.finding.fits", bound, given) : wayOut(phrases.say("condition.finding.misses", bound, given), way);
    }

    private String wayOut(String sentence, String way) {
        return phrases.say("condition.way", sentence, way);
    }

    /** A fact that the enterprise did not fill in here is named before it is judged. */
    private String about(Expression.Name subject, String sentence) {
        return subject.answer() ? sentence : phrases.labelled(formula.label(subject), sentence);
    }

    private String filled() {
        return switch (reckoning.item().answer()) {
            case NONE -> phrases.say("condition.finding.on-submission");
            case DATE -> phrases.say("condition.finding.filled.with", formula.of(ANSWER));
            default -> phrases.say("condition.finding.filled");
        };
    }

    private String yes(Expression.Name name, boolean expected, boolean holds) {
        if (name.answer()) {
            return phrases.say(expected ? holds ? "condition.finding.yes" : "condition.finding.no" : holds ? "condition.finding.not.met" : "condition.finding.not.unmet");
        }
        return phrases.say(holds ? "condition.finding.fact.met" : "condition.finding.fact.unmet", formula.label(name), yesNo(expected), yesNo(!expected));
    }

    private String yesNo(boolean yes) {
        return phrases.say(yes ? "condition.yes" : "condition.no");
    }

    /** For a rule of another form: the title and the figures it was judged by. */
    private String plainly(Expression rule, boolean holds) {
        var title = reckoning.item().title(phrases.locale());
        var facts = factsOf(rule);
        return facts.isEmpty() ? phrases.say(holds ? "condition.finding.met.bare" : "condition.finding.unmet.bare", title)
                : phrases.say(holds ? "condition.finding.met" : "condition.finding.unmet", title, facts);
    }

    private String factsOf(Expression rule) {
        return rule.names().filter(name -> !name.parameter()).distinct()
                .map(name -> name.answer() ? formula.of(name) : phrases.labelled(formula.label(name), formula.of(name)))
                .distinct().reduce((a, b) -> phrases.say("condition.and", a, b)).orElse("");
    }
}
