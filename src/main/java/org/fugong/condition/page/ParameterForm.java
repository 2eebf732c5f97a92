package org.fugong.condition.page;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.condition.TextLimits;
import org.fugong.rule.Parameter;
import org.fugong.rule.RelaxDirection;
import org.fugong.web.Typed;

/** One figure of a rule as typed; emptied it is no figure at all, which is how one is removed. */
public record ParameterForm(String name, String value, String unit, String relax, String min, String max, String label, String labelEn) {

    public static final ParameterForm EMPTY = new ParameterForm("", "", "", "", "", "", "", "");

    public static ParameterForm of(Map.Entry<String, Parameter> named) {
        var parameter = named.getValue();
        return new ParameterForm(named.getKey(), plain(parameter.value()), parameter.unit(), parameter.relax().name(),
                plain(parameter.min()), plain(parameter.max()), parameter.label(), parameter.labelEn());
    }

    public static String plain(Double value) {
        return value == null ? "" : value == Math.rint(value) ? String.valueOf(value.longValue()) : String.valueOf(value);
    }

    public boolean given() {
        return name != null && !name.isBlank();
    }

    /** Whether something was typed that would be lost without a name; what is chosen from a list does not count. */
    public boolean nameless() {
        return !given() && Stream.of(value, min, max, label, labelEn).anyMatch(typed -> typed != null && !typed.isBlank());
    }

    Optional<RelaxDirection> direction() {
        return Stream.of(RelaxDirection.values()).filter(value -> value.name().equals(relax)).findFirst();
    }

    /** The first part that does not do, as a field name; empty where all do. */
    public Optional<String> fault() {
        return !name.strip().matches(Parameter.NAME)
                ? Optional.of("name")
                : !bound(min)
                        ? Optional.of("min")
                        : !bound(max) || least() > most()
                                ? Optional.of("max")
                                : Typed.number(value).filter(number -> number >= least() && number <= most()).isEmpty()
                                        ? Optional.of("value")
                                        : direction().isEmpty()
                                                ? Optional.of("relax")
                                                : !named(label)
                                                        ? Optional.of("label")
                                                        : !named(labelEn) ? Optional.of("labelEn") : Optional.empty();
    }

    public Parameter parameter() {
        return new Parameter(Typed.number(value).orElseThrow(), unit == null || unit.isBlank() ? null : unit,
                direction().orElseThrow(), Typed.number(min).orElse(null), Typed.number(max).orElse(null), label.strip(), labelEn.strip());
    }

    private double least() {
        return Typed.number(min).orElse(0.0);
    }

    private double most() {
        return Typed.number(max).orElse(Parameter.HIGHEST);
    }

    private static boolean bound(String typed) {
        return Typed.isBlank(typed) || Typed.number(typed).filter(number -> number >= 0 && number <= Parameter.HIGHEST).isPresent();
    }

    private static boolean named(String text) {
        return text != null && !text.isBlank() && Typed.isClean(text, TextLimits.LABEL, false);
    }
}
