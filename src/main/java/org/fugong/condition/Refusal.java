package org.fugong.condition;

import java.util.List;
import java.util.Locale;
import org.fugong.rule.Bilingual;
import org.fugong.rule.Parameter;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Why an act on a list is refused: all reasons at once, each a message with its arguments. */
public final class Refusal extends RuntimeException {

    /** One reason; {@code field} says what it is about ("effectiveAt", "C01", "C01.days"). */
    public record Reason(String field, String key, List<Object> arguments) {

        public Reason(String field, String key, Object... arguments) {
            this(field, key, List.of(arguments));
        }

        public MessageSourceResolvable message(Locale locale) {
            return new DefaultMessageSourceResolvable(new String[]{key},
                    arguments.stream().map(argument -> argument instanceof Name name ? name.in(locale) : argument).toArray());
        }
    }

    /** The name of an item or a parameter in both languages. */
    public record Name(String zh, String en) {

        public static Name of(ConditionItem item) {
            return new Name(item.title(), item.titleEn());
        }

        public static Name of(Parameter parameter) {
            return new Name(parameter.label(), parameter.labelEn());
        }

        String in(Locale locale) {
            return Bilingual.choose(locale, zh, en);
        }
    }

    private final transient List<Reason> reasons;

    public Refusal(List<Reason> reasons) {
        super(reasons.toString());
        this.reasons = List.copyOf(reasons);
    }

    public Refusal(Reason reason) {
        this(List.of(reason));
    }

    public List<Reason> reasons() {
        return reasons;
    }
}
