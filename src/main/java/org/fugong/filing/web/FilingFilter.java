package org.fugong.filing.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.enterprise.SizeClass;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.web.Cursor;
import org.fugong.web.DayRange;
import org.fugong.web.FilterBar;
import org.fugong.web.Typed;

/** What the queue is narrowed to, as it stands in the address bar; what cannot be understood is named and left out. */
record FilingFilter(String county, String q, String state, String kind, String industry, String size, String from, String to,
        String due, String order) {

    /** The choice of state that means: whatever the county still has to act on. */
    static final String OPEN = "OPEN";

    /** The choice of state that means: in force, and still to be checked. */
    static final String UNCHECKED = "UNCHECKED";

    /** The choice of due date that means: before today. */
    static final String OVERDUE = "overdue";

    /** Days beyond it bound a queue no more than it does. */
    private static final LocalDate LAST = Cursor.NEVER.minusDays(1);

    FilingFilter {
        county = Typed.plain(county);
        q = Typed.plain(q);
        state = Typed.plain(state);
        kind = Typed.plain(kind);
        industry = Typed.plain(industry);
        size = Typed.plain(size);
        from = Typed.plain(from);
        to = Typed.plain(to);
        due = Typed.plain(due);
        order = Typed.plain(order);
    }

    static List<String> states() {
        return Stream.concat(Stream.of(OPEN, UNCHECKED), Arrays.stream(FilingState.values()).filter(each -> each != FilingState.DRAFT)
                .map(Enum::name)).toList();
    }

    boolean newest() {
        return order.equals("newest");
    }

    LocalDate fromDay() {
        return day(from);
    }

    LocalDate toDay() {
        return day(to);
    }

    /** What is used, by the name of its field. */
    Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        all().forEach((field, value) -> {
            if (!value.isEmpty() && fits(field, value)) {
                used.put(field, value);
            }
        });
        return used;
    }

    /** The fields that were not understood. */
    public List<String> ignored() {
        return all().entrySet().stream().filter(field -> !field.getValue().isEmpty() && !fits(field.getKey(), field.getValue()))
                .map(Map.Entry::getKey).toList();
    }

    /** The address of this queue from a key on. */
    public String link(String direction, String key) {
        return FilterBar.narrowed("/desk/filings", used(), direction, key);
    }

    /** The address of this queue as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return FilterBar.narrowed("/desk/filings/export." + kind, used());
    }

    /** Whether the whole queue is read from its beginning, but for the county. */
    boolean whole() {
        return used().keySet().stream().allMatch("county"::equals);
    }

    /** What the firms of the same county are asked to do. */
    public String duties() {
        return used().containsKey("county") ? "/desk/obligations?county=" + county : "/desk/obligations";
    }

    private Map<String, String> all() {
        var all = new LinkedHashMap<String, String>();
        all.put("county", county);
        all.put("q", q);
        all.put("state", state);
        all.put("kind", kind);
        all.put("industry", industry);
        all.put("size", size);
        all.put("from", from);
        all.put("to", to);
        all.put("due", due);
        all.put("order", order);
        return all;
    }

    private static boolean fits(String field, String value) {
        return switch (field) {
            case "county" -> value.matches("\\d{6}");
            case "q" -> Typed.isClean(value, 60, false);
            case "state" -> states().contains(value);
            case "kind" -> Arrays.stream(FilingKind.values()).anyMatch(each -> each.name().equals(value));
            case "industry" -> value.matches("[A-T]|\\d{2}");
            case "size" -> Arrays.stream(SizeClass.values()).anyMatch(each -> each.name().equals(value));
            case "due" -> value.equals(OVERDUE);
            case "order" -> value.equals("newest") || value.equals("due");
            default -> day(value) != null;
        };
    }

    private static LocalDate day(String typed) {
        return DayRange.iso(typed).map(day -> day.isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : day.isAfter(LAST) ? LAST : day)
                .orElse(null);
    }
}
