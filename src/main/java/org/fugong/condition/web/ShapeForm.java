package org.fugong.condition.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;
import org.fugong.condition.page.ParameterForm;
import org.fugong.rule.FactType;
import org.fugong.rule.Parameter;
import org.fugong.rule.RuleShape;
import org.fugong.rule.RuleShape.Kind;
import org.fugong.web.Line;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** The common shape of a rule and what it needs, as typed; what a kind does not need is not looked at. */
record ShapeForm(@Line(max = 20) String kind, @Line(max = 20) String figure, @Line(max = 40) String fact,
        @Line(max = 1000, multiline = true) String choices) {

    /** The shape that the rule has; empty where it has none. */
    static ShapeForm of(ConditionItem item) {
        return (Typed.isBlank(item.rule()) ? Optional.<RuleShape>empty() : RuleShape.of(item))
                .map(shape -> new ShapeForm(shape.kind().name(), ParameterForm.plain(shape.figure()), shape.fact(),
                        String.join("\n", shape.choices())))
                .orElse(new ShapeForm("", "", "", ""));
    }

    /** The shape, or empty where something is missing, which is then an error of the binding. */
    Optional<RuleShape> shape(ListContent content, BindingResult binding) {
        var chosen = Stream.of(Kind.values()).filter(value -> value.name().equals(kind)).findFirst().orElse(null);
        if (chosen == null) {
            binding.rejectValue("kind", "listItem.choose");
            return Optional.empty();
        }
        var number = Typed.number(figure).filter(typed -> typed >= 0 && typed <= Parameter.HIGHEST);
        boolean per = chosen == Kind.AT_LEAST_PER;
        if (chosen.hasFigure() && number.isEmpty()) {
            binding.rejectValue("figure", "listItem.parameter.value.fault");
        }
        if (per && content.fact(fact).filter(known -> known.type() == FactType.NUMBER).isEmpty()) {
            binding.rejectValue("fact", "listItem.choose");
        }
        if (chosen == Kind.ONE_OF && ListItemForm.split(choices).isEmpty()) {
            binding.rejectValue("choices", "editor.shape.no-choice");
        }
        return binding.hasErrors()
                ? Optional.empty()
                : Optional.of(new RuleShape(chosen, chosen.hasFigure() ? number.orElseThrow() : null,
                        per ? fact : null, chosen == Kind.ONE_OF ? ListItemForm.split(choices) : List.of()));
    }
}
