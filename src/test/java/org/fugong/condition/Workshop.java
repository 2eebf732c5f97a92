package org.fugong.condition;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A workshop of 100 people with everything that a condition may depend on. */
public final class Workshop {

    private static final Map<String, Object> FACTS = Map.ofEntries(
            Map.entry("planned_staff", 100), Map.entry("total_staff", 120), Map.entry("from_outside", 20), Map.entry("from_high_risk", 0),
            Map.entry("roster_count", 100), Map.entry("roster_declared", 100), Map.entry("entrances", 3), Map.entry("has_canteen", true),
            Map.entry("has_dormitory", true), Map.entry("has_shuttle", true), Map.entry("has_central_air", true),
            Map.entry("hazardous", true),
            Map.entry("discharges", true), Map.entry("venue_operator", true), Map.entry("restricted_venue", false));

    private Workshop() {
    }

    /** Its facts with some changed: {@code "entrances=2;has_canteen=no;planned_staff=?"}. */
    public static Map<String, Object> facts(String changes) {
        var facts = new HashMap<>(FACTS);
        if (changes != null) {
            for (var change : changes.split(";")) {
                var parts = change.split("=");
                facts.put(parts[0], value(parts[1]));
            }
        }
        return facts;
    }

    public static Object value(String written) {
        if (written == null || written.equals("?")) {
            return null;
        }
        if (written.equals("yes") || written.equals("no")) {
            return written.equals("yes");
        }
        if (written.matches("\\d{4}-\\d\\d-\\d\\d")) {
            return LocalDate.parse(written);
        }
        return written.matches("-?[\\d.]+") ? Double.valueOf(written) : written;
    }
}
