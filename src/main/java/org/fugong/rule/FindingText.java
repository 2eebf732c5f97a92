package org.fugong.rule;

import java.util.List;

/** Puts a rule and the values of its parts into sentences of one language. */
final class FindingText {

    private static final Expression.Name ANSWER = new Expression.Name(RuleLanguage.ANSWER);

    private final RuleCalculation calculation;
    private final RuleTexts texts;
    private final QuantityFormat amounts;
    private final ExpressionText expressions;
    private final Requirement requirements;

    FindingText(RuleCalculation calculation, RuleTexts texts) {
        this.calculation = calculation;
        this.texts = texts;
        this.amounts = new QuantityFormat(calculation.content().units(), texts.locale());
        this.expressions = new ExpressionText(calculation, texts, amounts);
        this.requirements = new Requirement(calculation, texts, amounts, expressions);
    }

    Requirement requirements() {
        return requirements;
    }

    /** Why the condition is met, or why not and what would meet it. */
    String sentence(Expression rule, boolean holds) {
        return texts.capitalized(explain(rule, holds));
    }

    String notApplicable(Expression when) {
        return texts.say("rule.finding.not-applicable", factsOf(when));
    }

    String mayApply(Expression when) {
        return texts.say("rule.finding.may-apply", texts.quoted(expressions.missing(when)));
    }

    /** What has to be known before it can be told, and what will be asked for then. */
    String unsure(Expression rule, boolean answerMissing) {
        var missing = expressions.missing(rule);
        var requirement = requirements.of(rule);
        if (!missing.isEmpty()) {
            return requirement.map(bound -> texts.say("rule.finding.facts-missing.bound", texts.quoted(missing), bound))
                    .orElseGet(() -> texts.say("rule.finding.facts-missing", texts.quoted(missing)));
        }
        if (!answerMissing) {
            return texts.say("rule.finding.untold");
        }
        return requirement.map(bound -> texts.say("rule.finding.answer-missing.bound", bound)).orElseGet(() -> texts.say(
                calculation.item().answer() == AnswerType.YES_NO ? "rule.finding.answer-missing.yes-no" : "rule.finding.answer-missing"));
    }

    private String explain(Expression rule, boolean holds) {
        return switch (rule) {
            case Expression.Literal literal -> holds ? filled() : plainly(rule, false);
            case Expression.Name name -> yes(name, true, holds);
            case Expression.Call call -> switch (call.operator()) {
                case "!_" -> call.left() instanceof Expression.Name name
                        ? yes(name, false, holds)
                        : call.negationMovedIn().map(negationMovedIn -> explain(negationMovedIn, holds))
                                .orElseGet(() -> compare(call, holds));
                case "_&&_", "_||_" -> join(call, holds);
                case "_?_:_" -> calculation.chosen(call).map(part -> explain(part, holds)).orElseGet(() -> plainly(rule, holds));
                case "@in" -> choose(call, "rule.bound.one-of", "rule.remedy.one-of", holds);
                default -> compare(call, holds);
            };
            case Expression.Choices choices -> plainly(rule, holds);
        };
    }

    /** Of what is met the parts that do it, of what is not the parts that fail: all of them have to be put right, or any one. */
    private String join(Expression.Call call, boolean holds) {
        var key = call.operator().equals("_&&_") || holds ? "rule.and" : "rule.either";
        return call.parts().stream()
                .filter(part -> Boolean.valueOf(holds).equals(calculation.evaluation().of(part))
                        && !(holds && Requirement.notInFuture(part)))
                .map(part -> holds || !mixed(call, part) ? explain(part, holds) : texts.say("rule.group", explain(part, false))).distinct()
                .reduce((one, other) -> texts.say(key, one, other)).orElseGet(this::filled);
    }

    /** All of some and any one of others are kept apart. */
    private static boolean mixed(Expression.Call call, Expression part) {
        return part instanceof Expression.Call inner && List.of("_&&_", "_||_").contains(inner.operator())
                && !inner.operator().equals(call.operator());
    }

    private String choose(Expression.Call membership, String bound, String way, boolean holds) {
        if (!(membership.left() instanceof Expression.Name name)) {
            return plainly(membership, holds);
        }
        return about(name, judged(holds, texts.say(bound, expressions.of(membership.right())), expressions.of(name), texts.say(way)));
    }

    private String compare(Expression.Call call, boolean holds) {
        if (call.operator().equals("!_") && call.left() instanceof Expression.Call membership && membership.operator().equals("@in")) {
            return choose(membership, "rule.bound.none-of", "rule.remedy.other", holds);
        }
        return Comparison.of(call).filter(requirements::describable).map(comparison -> compare(call, comparison, holds))
                .orElseGet(() -> plainly(call, holds));
    }

    private String compare(Expression.Call call, Comparison comparison, boolean holds) {
        var subject = comparison.subject();
        if (Requirement.presence(comparison)) {
            return about(subject, texts.say(holds ? "rule.finding.filled" : "rule.finding.empty"));
        }
        if (Requirement.notInFuture(comparison) && holds) {
            return filled();
        }
        var way = new Remedy(calculation, texts, amounts, expressions);
        if (Requirement.notInFuture(comparison)) {
            return withRemedy(texts.say("rule.finding.future", expressions.of(ANSWER)), way.of(comparison));
        }
        if (!calculation.numeric(comparison)) {
            return about(subject, judged(holds, requirements.bound(comparison), expressions.of(subject), holds ? "" : way.of(comparison)));
        }
        var figures = calculation.figures(comparison);
        if (figures.needed() == null || figures.given() == null) {
            return plainly(call, holds);
        }
        return about(subject,
                holds ? computed(comparison, figures, true) : withRemedy(computed(comparison, figures, false), way.of(comparison)));
    }

    private String computed(Comparison comparison, Figures figures, boolean holds) {
        var unit = calculation.unit(comparison.subject());
        boolean age = comparison.subject().age();
        var amount = amounts.again(figures.given(), unit);
        var has = age ? texts.say("rule.age.given", amount, expressions.of(ANSWER)) : amount;
        var gap = figures.gap() == null
                ? ""
                : "%".equals(unit) ? texts.say("rule.points", QuantityFormat.number(figures.gap())) : amounts.again(figures.gap(), unit);
        return switch (calculation.operator(comparison)) {
            case "_>=_" -> calculation.counted(unit) && !age
                    ? texts.say(holds ? "rule.finding.has.met" : "rule.finding.has.short", requirements.needed(comparison, figures),
                            expressions.parenthesis(comparison), has, gap)
                    : texts.say(holds ? "rule.finding.at-least.met" : "rule.finding.at-least.short", requirements.bound(comparison), has,
                            gap);
            case "_<=_" -> texts.say(holds ? "rule.finding.fits" : "rule.finding.over", requirements.bound(comparison), has, gap);
            default -> texts.say(holds ? "rule.finding.fits" : "rule.finding.misses", requirements.bound(comparison), has);
        };
    }

    private String judged(boolean holds, String bound, String given, String way) {
        return holds ? texts.say("rule.finding.fits", bound, given) : withRemedy(texts.say("rule.finding.misses", bound, given), way);
    }

    private String withRemedy(String sentence, String way) {
        return texts.say("rule.remedy", sentence, way);
    }

    /** A fact that the enterprise did not fill in here is named before it is judged. */
    private String about(Expression.Name subject, String sentence) {
        return subject.answer() ? sentence : texts.labelled(expressions.label(subject), sentence);
    }

    private String filled() {
        return switch (calculation.item().answer()) {
            case NONE -> texts.say("rule.finding.on-submission");
            case DATE -> texts.say("rule.finding.filled.with", expressions.of(ANSWER));
            default -> texts.say("rule.finding.filled");
        };
    }

    private String yes(Expression.Name name, boolean expected, boolean holds) {
        if (name.answer()) {
            return texts.say(
                    expected ? holds ? "rule.finding.yes" : "rule.finding.no" : holds ? "rule.finding.not.met" : "rule.finding.not.unmet");
        }
        return texts.say(holds ? "rule.finding.fact.met" : "rule.finding.fact.unmet", expressions.label(name), yesNo(expected),
                yesNo(!expected));
    }

    private String yesNo(boolean yes) {
        return texts.say(yes ? "rule.yes" : "rule.no");
    }

    /** For a rule of another form: the title and the figures it was judged by. */
    private String plainly(Expression rule, boolean holds) {
        var title = calculation.item().title(texts.locale());
        var facts = factsOf(rule);
        return facts.isEmpty()
                ? texts.say(holds ? "rule.finding.met.bare" : "rule.finding.unmet.bare", title)
                : texts.say(holds ? "rule.finding.met" : "rule.finding.unmet", title, facts);
    }

    private String factsOf(Expression rule) {
        return rule.names().filter(name -> !name.parameter()).distinct()
                .map(name -> name.answer() ? expressions.of(name) : texts.labelled(expressions.label(name), expressions.of(name)))
                .distinct().reduce((a, b) -> texts.say("rule.and", a, b)).orElse("");
    }
}
