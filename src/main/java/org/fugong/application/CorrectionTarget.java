package org.fugong.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fugong.condition.ConditionItem;
import org.fugong.enterprise.Phone;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Fact;
import org.fugong.web.DayRange;
import org.fugong.web.Typed;

/**
 * An item or a field of a filing that a correction may be pinned to.
 *
 * @param name the code of an item, {@code plan.start} or {@code facts.has_canteen}
 * @param item the item, or null
 * @param fact the fact, or null; without either it is a field of the plan
 */
public record CorrectionTarget(String name, Type type, ConditionItem item, Fact fact) {

    /** What its field can hold; of an item that follows from the facts alone there is none. */
    public enum Type {
        YES_NO, WHOLE, NUMBER, DATE, PHONE, TEXT, CHOICE, NONE
    }

    private static final int LONGEST = 200;
    private static final double MOST = 1e9;

    static CorrectionTarget of(ConditionItem item) {
        return new CorrectionTarget(item.code(), type(item.answer(), "phone".equals(item.unit())), item, null);
    }

    static CorrectionTarget of(Fact fact) {
        var type = switch (fact.type()) {
            case YES_NO -> Type.YES_NO;
            case NUMBER -> Type.WHOLE;
            case CHOICE -> Type.CHOICE;
            case TEXT -> Type.TEXT;
        };
        return new CorrectionTarget("facts." + fact.name(), type, null, fact);
    }

    static CorrectionTarget ofPlan(String field, Type type) {
        return new CorrectionTarget("plan." + field, type, null, null);
    }

    private static Type type(AnswerType answer, boolean phone) {
        return switch (answer) {
            case YES_NO -> Type.YES_NO;
            case NUMBER -> Type.NUMBER;
            case DATE -> Type.DATE;
            case CHOICE -> Type.CHOICE;
            case TEXT -> phone ? Type.PHONE : Type.TEXT;
            case NONE -> Type.NONE;
        };
    }

    /** The field as the contents of a filing name it. */
    String field() {
        return item == null ? name : "answers." + name;
    }

    /** Whether files can be attached to it: to an item, as in a draft. */
    public boolean takesFiles() {
        return item != null;
    }

    /** What it is called in the list; null for a field of the plan, whose text is that of its name. */
    public String title(Locale locale) {
        return item != null ? item.code() + " " + item.title(locale) : fact != null ? fact.label(locale) : null;
    }

    /** Among what may be chosen; empty where anything may be typed. */
    public List<String> options() {
        return item != null ? item.options() : fact != null ? fact.options() : List.of();
    }

    /** The value that was typed, as the contents of a filing keep it; empty where it is none. */
    public Optional<Object> read(String typed) {
        var plain = type == Type.TEXT ? typed.strip() : Typed.plain(typed);
        if (Typed.isBlank(plain) || !Typed.isClean(plain, LONGEST, false)) {
            return Optional.empty();
        }
        return switch (type) {
            case YES_NO -> Optional.of(plain).filter(word -> word.equals("true") || word.equals("false")).map(Boolean::valueOf);
            case WHOLE -> Typed.whole(plain).filter(number -> number >= 0).map(this::counted);
            case NUMBER -> Typed.number(plain).filter(number -> number >= 0 && number <= MOST).map(Object.class::cast);
            case DATE -> DayRange.read(plain).filter(day -> DayRange.POSSIBLE.fault(day).isEmpty()).map(this::dated);
            case PHONE -> Phone.of(plain).map(Phone::value);
            case CHOICE -> Optional.<Object>of(plain).filter(options()::contains);
            case TEXT -> Optional.of(plain);
            case NONE -> Optional.empty();
        };
    }

    /** The plan counts in whole numbers, facts are figures of rules. */
    private Object counted(int number) {
        return fact == null ? (Object) number : (Object) (double) number;
    }

    private Object dated(LocalDate day) {
        return item == null ? day : day.toString();
    }
}
