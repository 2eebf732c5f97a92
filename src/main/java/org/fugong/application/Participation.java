package org.fugong.application;

import java.util.List;
import java.util.Map;
import org.fugong.account.Department;

/** That a department takes part in applications of a kind of firm: when, and on which categories of the list, by their letters. */
public record Participation(Department department, When when, String categories) {

    /** When a department takes part. */
    public enum When {
        ALWAYS, IF_FACTS, NEVER
    }

    /** Departments that may take part beside the lead. */
    public static final List<Department> DEPARTMENTS = List.of(Department.HEALTH, Department.EMERGENCY, Department.MARKET,
            Department.ENVIRONMENT, Department.HUMAN_RESOURCES, Department.TRANSPORT);

    /** The province's usual division of work: health looks at A to E, emergency management at F, the others where facts call for them. */
    static final List<Participation> USUAL = List.of(
            new Participation(Department.HEALTH, When.ALWAYS, "ABCDE"),
            new Participation(Department.EMERGENCY, When.ALWAYS, "F"),
            new Participation(Department.MARKET, When.IF_FACTS, "D"),
            new Participation(Department.ENVIRONMENT, When.IF_FACTS, "CF"),
            new Participation(Department.HUMAN_RESOURCES, When.IF_FACTS, "B"),
            new Participation(Department.TRANSPORT, When.IF_FACTS, "CD"));

    /** Whether the department takes part in an application with these facts. */
    boolean calledFor(Map<String, ?> facts) {
        return switch (when) {
            case ALWAYS -> true;
            case NEVER -> false;
            case IF_FACTS -> switch (department) {
                case MARKET -> yes(facts, "has_canteen");
                case ENVIRONMENT -> yes(facts, "discharges") || yes(facts, "hazardous");
                case HUMAN_RESOURCES -> facts.get("from_high_risk") instanceof Number people && people.intValue() > 0;
                case TRANSPORT -> yes(facts, "has_shuttle");
                default -> true;
            };
        };
    }

    /** Whether a category of the list is one that the department speaks on. */
    public boolean covers(String category) {
        return categories.contains(category);
    }

    private static boolean yes(Map<String, ?> facts, String name) {
        return Boolean.TRUE.equals(facts.get(name));
    }
}
