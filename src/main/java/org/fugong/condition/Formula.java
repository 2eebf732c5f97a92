package org.fugong.condition;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes the parts of a rule with the values they have: 100 人 × 每人每日 2 只 × 3 天, or with their names where they have none. */
record Formula(ListContent content, ConditionItem item, Map<String, Object> given, Map<Long, Object> values, Phrases phrases, Amounts amounts) {

    private static final Map<String, String> SIGNS = Map.of("_*_", "×", "_/_", "÷", "_+_", "+", "_-_", "−");
    private static final String PERCENT = "%";

    /** A fact, a parameter, the answer or a literal by itself. */
    String of(Term term) {
        return switch (term) {
            case Term.Literal literal -> text(literal.value(), null);
            case Term.Name name -> Optional.ofNullable(given.get(name.name())).map(value -> text(value, unit(name))).orElseGet(() -> phrases.say("condition.unknown", label(name)));
            default -> expression(term, null);
        };
    }

    /** The bound of a comparison written out. */
    String expression(Comparison comparison) {
        boolean byHundred = comparison.scale() == 1 || comparison.scale() == 100 && share(comparison.bound());
        var written = expression(comparison.bound(), unit(comparison.subject()));
        return byHundred ? written : "(" + written + ") ÷ " + Amounts.number(comparison.scale());
    }

    /** Where the bound comes from, in parentheses; nothing where it is a plain figure. */
    String parenthesis(Comparison comparison) {
        var bound = comparison.bound() instanceof Term.Call call && call.operator().equals("_?_:_") ? chosen(call).orElse(call) : comparison.bound();
        return switch (bound) {
            case Term.Literal literal -> "";
            case Term.Name name when name.parameter() && bound == comparison.bound() -> "";
            case Term.Name name -> phrases.say("condition.formula", phrases.inline(label(name)));
            default -> phrases.say("condition.formula", expression(comparison));
        };
    }

    private String expression(Term term, String unit) {
        return switch (term) {
            case Term.Name name when name.parameter() && unit != null && unit.equals(unit(name)) -> phrases.say("condition.rated", of(name), label(name));
            case Term.Name name -> of(name);
            case Term.Literal literal -> of(literal);
            case Term.Choices choices -> phrases.anyOf(choices.parts().stream().map(this::of).toList());
            case Term.Call call when call.operator().equals("_?_:_") -> chosen(call).map(part -> expression(part, unit)).orElseGet(() -> phrases.anyOf(
                    call.parts().stream().skip(1).map(part -> alternative(part, unit)).toList()));
            case Term.Call call when call.operator().equals("_/_") && call.right() instanceof Term.Literal(long id, Double by) && by == 100 && share(call.left()) ->
                    expression(call.left(), unit);
            case Term.Call call when SIGNS.containsKey(call.operator()) -> operand(call, call.left(), unit) + " " + SIGNS.get(call.operator()) + " " + operand(call, call.right(), unit);
            case Term.Call call -> call.operator();
        };
    }

    private String alternative(Term part, String unit) {
        return part instanceof Term.Name name && name.parameter() ? of(name) + phrases.say("condition.formula", label(name)) : expression(part, unit);
    }

    private String operand(Term.Call call, Term part, String unit) {
        boolean product = call.operator().equals("_*_") || call.operator().equals("_/_");
        boolean sum = part instanceof Term.Call inner && (inner.operator().equals("_+_") || inner.operator().equals("_-_"));
        var written = expression(part, unit);
        return sum && (product || part == call.right()) ? "(" + written + ")" : written;
    }

    private boolean share(Term term) {
        return term.names().anyMatch(name -> PERCENT.equals(unit(name)));
    }

    /** Which branch of a choice by condition counts, where its condition can be told. */
    Optional<Term> chosen(Term.Call choice) {
        return values.get(choice.left().id()) instanceof Boolean holds ? Optional.of(choice.parts().get(holds ? 1 : 2)) : Optional.empty();
    }

    /** The labels of the facts that are not known and would have to be. */
    List<String> missing(Term term) {
        var labels = new LinkedHashSet<String>();
        collectMissing(term, labels);
        return List.copyOf(labels);
    }

    private void collectMissing(Term term, Set<String> labels) {
        switch (term) {
            case Term.Name name when name.fact() && !given.containsKey(name.name()) -> labels.add(label(name));
            case Term.Call call when call.operator().equals("_?_:_") && chosen(call).isPresent() -> {
                collectMissing(call.left(), labels);
                collectMissing(chosen(call).get(), labels);
            }
            case Term.Call call when !values.containsKey(call.id()) -> call.parts().forEach(part -> collectMissing(part, labels));
            default -> { }
        }
    }

    boolean numeric(Comparison comparison) {
        return comparison.subject().answer() ? item.answer() == AnswerType.NUMBER
                : content.fact(comparison.subject().bare()).filter(fact -> fact.type() == FactType.NUMBER).isPresent();
    }

    /** Things that are counted have no halves: more than 0 is at least 1. */
    String operator(Comparison comparison) {
        return !whole(comparison) ? comparison.operator() : switch (comparison.operator()) {
            case "_>_" -> "_>=_";
            case "_<_" -> "_<=_";
            default -> comparison.operator();
        };
    }

    private boolean whole(Comparison comparison) {
        return numeric(comparison) && amounts.counted(unit(comparison.subject()))
                && number(comparison.subject()).filter(has -> has != Math.rint(has)).isEmpty();
    }

    Figures figures(Comparison comparison) {
        var has = number(comparison.subject()).orElse(null);
        return number(comparison.bound()).map(value -> Amounts.rounded(value / comparison.scale())).map(bound -> {
            double needed = !whole(comparison) ? bound : switch (comparison.operator()) {
                case "_>=_" -> Math.ceil(bound);
                case "_>_" -> Math.floor(bound) + 1;
                case "_<=_" -> Math.floor(bound);
                case "_<_" -> Math.ceil(bound) - 1;
                default -> bound;
            };
            return new Figures(needed, has, has == null ? null : gap(operator(comparison), needed, has));
        }).orElseGet(() -> new Figures(null, has, null));
    }

    private static Double gap(String operator, double needed, double has) {
        double gap = Amounts.rounded(switch (operator) {
            case "_>=_", "_>_" -> needed - has;
            case "_<=_", "_<_" -> has - needed;
            default -> Math.abs(has - needed);
        });
        return gap > 0 ? gap : null;
    }

    private Optional<Double> number(Term term) {
        var value = term instanceof Term.Name name ? given.get(name.name()) : term instanceof Term.Literal literal ? literal.value() : values.get(term.id());
        return value instanceof Double number ? Optional.of(number) : Optional.empty();
    }

    String label(Term.Name name) {
        if (name.answer()) {
            return item.ask(phrases.locale());
        }
        return name.fact() ? content.fact(name.bare()).map(fact -> fact.label(phrases.locale())).orElse(name.name())
                : Optional.ofNullable(item.parameters().get(name.bare())).map(parameter -> parameter.label(phrases.locale())).orElse(name.name());
    }

    String unit(Term.Name name) {
        if (name.answer()) {
            return item.unit();
        }
        return name.fact() ? content.fact(name.bare()).map(Fact::unit).orElse(null)
                : Optional.ofNullable(item.parameters().get(name.bare())).map(Parameter::unit).orElse(null);
    }

    private String text(Object value, String unit) {
        return switch (value) {
            case Double number -> amounts.of(number, unit);
            case Boolean yes -> phrases.say(yes ? "condition.yes" : "condition.no");
            case String text -> date(text).orElse(text);
            default -> value.toString();
        };
    }

    private Optional<String> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text).format(DateTimeFormatter.ofPattern(phrases.say("condition.date"), phrases.locale())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
