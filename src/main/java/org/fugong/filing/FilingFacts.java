package org.fugong.filing;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fugong.adaptation.CountyList;
import org.fugong.enterprise.Enterprise;
import org.fugong.rule.Fact;
import org.fugong.rule.Rules;

/** The facts of a filing: what the profile and the plan tell already, and what is left to ask. */
public final class FilingFacts {

    /** Known from the profile or the plan, and so never asked again. */
    private static final Set<String> TOLD = Set.of("planned_staff", "total_staff", "from_outside", "from_high_risk",
            "industry", "size", "key_class");

    private FilingFacts() {
    }

    /** Only those that some condition of the list uses. */
    public static List<Fact> asked(CountyList list) {
        var used = list.factsUsed();
        return list.content().facts().stream().filter(fact -> used.contains(fact.name()) && !TOLD.contains(fact.name())).toList();
    }

    /** What was stated together with what follows from profile, plan and day; what is not known is absent. */
    public static Map<String, Object> of(Enterprise enterprise, Plan plan, Map<String, Object> stated, LocalDate day) {
        return of(enterprise.industry(), text(enterprise.sizeClass()), text(enterprise.keyClass()), plan, stated, day);
    }

    public static Map<String, Object> of(String industry, String size, String keyClass, Plan plan, Map<String, Object> stated,
            LocalDate day) {
        var facts = new HashMap<>(stated);
        put(facts, "planned_staff", plan.plannedStaff());
        put(facts, "total_staff", plan.totalStaff());
        put(facts, "from_outside", plan.fromOutside());
        put(facts, "from_high_risk", plan.fromHighRisk());
        put(facts, "industry", industry);
        put(facts, "size", size);
        put(facts, "key_class", keyClass);
        put(facts, Rules.DAY, day);
        return facts;
    }

    private static String text(Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static void put(Map<String, Object> facts, String name, Object value) {
        facts.remove(name);
        if (value != null) {
            facts.put(name, value instanceof Number number ? (Object) number.doubleValue() : value.toString());
        }
    }
}
