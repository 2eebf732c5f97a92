package org.fugong.filing;

import jakarta.persistence.Embeddable;
import java.util.Collections;
import java.util.Map;
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

    public static FilingContents of(Plan plan, String signedName) {
        return new FilingContents(plan, Map.of(), Map.of(), signedName, null);
    }

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
        return new FilingContents(
                new Plan(plan.responsible(), plan.phone(), null, plan.totalStaff(), last.plan.plannedStaff(), last.plan.fromOutside(),
                        last.plan.fromHighRisk(), last.plan.batches(), null),
                last.facts, values, signedName, last.signedRole);
    }
}
