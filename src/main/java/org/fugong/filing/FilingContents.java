package org.fugong.filing;

import jakarta.persistence.Embeddable;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What a firm fills in: its plan, what it states about the site, what it says to the conditions, and who signs. */
@Embeddable
public record FilingContents(@JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class) Plan plan,
        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class) Map<String, Object> facts,
        @JdbcTypeCode(SqlTypes.JSON) @Mutability(Immutability.class) Map<String, Answer> answers,
        String signedName, String signedRole) {

    public FilingContents {
        facts = Collections.unmodifiableMap(new TreeMap<>(facts));
        answers = Collections.unmodifiableMap(new TreeMap<>(answers));
    }

    public static final FilingContents EMPTY = new FilingContents(Plan.EMPTY, Map.of(), Map.of(), null, null);

    public FilingContents plan(Plan next) {
        return new FilingContents(next, facts, answers, signedName, signedRole);
    }

    public FilingContents facts(Map<String, Object> next) {
        return new FilingContents(plan, next, answers, signedName, signedRole);
    }

    public FilingContents answers(Map<String, Answer> next) {
        return new FilingContents(plan, facts, next, signedName, signedRole);
    }

    public FilingContents signatory(String name, String role) {
        return new FilingContents(plan, facts, answers, name, role);
    }

    /** Takes over what was filled in the last time, so that nothing known is asked again; nothing is promised by that. */
    public FilingContents recall(FilingContents last) {
        var values = new TreeMap<String, Answer>();
        last.answers.forEach((code, answer) -> {
            if (answer.value() != null) {
                values.put(code, Answer.of(answer.value()));
            }
        });
        var signed = last.signedName == null ? this : last;
        return recallSite(last).plan(recalled(last.plan, last.plan.responsible() == null ? plan : last.plan)).answers(values)
                .signatory(signed.signedName, signed.signedRole);
    }

    /** Takes over what was filled in for another site of the firm: its plan without the days, and what was stated. */
    public FilingContents recallSite(FilingContents other) {
        return plan(recalled(other.plan, plan)).facts(other.facts);
    }

    private Plan recalled(Plan last, Plan responsible) {
        return new Plan(responsible.responsible(), responsible.phone(), null, plan.totalStaff(), last.plannedStaff(), last.fromOutside(),
                last.fromHighRisk(), last.batches(), null);
    }

    /** The text of each field, by the name under which its edits are kept; what is empty is left out. */
    public Map<String, String> fields() {
        var fields = new TreeMap<String, String>();
        plan.fields().forEach((name, value) -> put(fields, "plan." + name, value));
        facts.forEach((name, value) -> put(fields, "facts." + name, value));
        answers.forEach((code, answer) -> {
            put(fields, "answers." + code, answer.value());
            put(fields, "owed." + code, answer.owed() ? true : null);
            put(fields, "promises." + code, answer.owed() ? "owed" : answer.confirmed());
        });
        put(fields, "signatory.signedName", signedName);
        put(fields, "signatory.signedRole", signedRole);
        return fields;
    }

    /** These contents, but with another value of a field that is named as in {@link #fields()}: of the plan, the facts or the answers. */
    public FilingContents with(String field, Object value) {
        var name = field.substring(field.indexOf('.') + 1);
        return switch (field.substring(0, field.indexOf('.'))) {
            case "plan" -> plan(plan.with(name, value));
            case "facts" -> facts(with(facts, name, value));
            case "answers" -> answers(with(answers, name, answers.getOrDefault(name, Answer.NONE).value(value)));
            default -> throw new IllegalArgumentException(field);
        };
    }

    /** These contents, but with those fields as they are in others. */
    public FilingContents keeping(FilingContents others, Set<String> fields) {
        var next = this;
        for (var field : fields) {
            next = next.keeping(others, field.substring(0, field.indexOf('.')), field.substring(field.indexOf('.') + 1));
        }
        return next;
    }

    private FilingContents keeping(FilingContents others, String part, String name) {
        return switch (part) {
            case "plan" -> plan(plan.keeping(others.plan, name));
            case "facts" -> facts(with(facts, name, others.facts.get(name)));
            case "signatory" ->
                name.equals("signedName") ? signatory(others.signedName, signedRole) : signatory(signedName, others.signedRole);
            default -> answers(with(answers, name, kept(part, answers.getOrDefault(name, Answer.NONE),
                    others.answers.getOrDefault(name, Answer.NONE))));
        };
    }

    private static Answer kept(String part, Answer mine, Answer other) {
        var next = switch (part) {
            case "answers" -> mine.value(other.value());
            case "owed" -> mine.owed(other.owed());
            default -> mine.owed(other.owed()).confirmed(other.confirmed());
        };
        return next.equals(Answer.NONE) ? null : next;
    }

    private static <T> Map<String, T> with(Map<String, T> known, String name, T value) {
        var next = new TreeMap<>(known);
        if (value == null) {
            next.remove(name);
        } else {
            next.put(name, value);
        }
        return next;
    }

    private static void put(Map<String, String> fields, String name, Object value) {
        if (value != null && !value.toString().isEmpty()) {
            fields.put(name, value.toString());
        }
    }
}
