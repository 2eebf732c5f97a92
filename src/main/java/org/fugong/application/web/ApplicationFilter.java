package org.fugong.application.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.account.Department;
import org.fugong.filing.FilingState;
import org.fugong.web.FilterBar;
import org.fugong.web.SearchText;
import org.fugong.web.Typed;

/** What a queue of applications or of opinions is narrowed to, as it stands in the address bar; what means nothing is left out. */
record ApplicationFilter(String address, String county, String q, String state, String department, String due) {

    static final String OVERDUE = "overdue";
    /** The choice that means: of every department. */
    static final String ALL = "ALL";

    ApplicationFilter {
        county = Typed.plain(county);
        q = Typed.plain(q);
        state = Typed.plain(state);
        department = Typed.plain(department);
        due = Typed.plain(due);
    }

    /** The same with a department where none is named. */
    ApplicationFilter of(String own) {
        return department.isEmpty() ? new ApplicationFilter(address, county, q, state, own, due) : this;
    }

    static List<String> states() {
        return Arrays.stream(FilingState.values()).filter(FilingState::undecided).map(Enum::name).toList();
    }

    static List<String> departments() {
        return Arrays.stream(Department.values()).map(Enum::name).toList();
    }

    /** The pattern of the text to look for, or null. */
    String text() {
        return SearchText.typed(q);
    }

    boolean overdue() {
        return due.equals(OVERDUE);
    }

    /** The state that is chosen, or null. */
    String chosenState() {
        return states().contains(state) ? state : null;
    }

    /** The department that is chosen, or null for all of them. */
    String chosenDepartment() {
        return departments().contains(department) ? department : null;
    }

    /** The fields that were not understood. */
    List<String> ignored() {
        var ignored = new LinkedHashMap<String, Boolean>();
        ignored.put("q", !q.isEmpty() && text() == null);
        ignored.put("state", !state.isEmpty() && chosenState() == null);
        ignored.put("department", !department.isEmpty() && !department.equals(ALL) && chosenDepartment() == null);
        ignored.put("due", !due.isEmpty() && !overdue());
        return ignored.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }

    /** What is used, by the name of its field. */
    Map<String, String> used() {
        var used = new LinkedHashMap<String, String>();
        if (county.matches("\\d{6}")) {
            used.put("county", county);
        }
        if (text() != null) {
            used.put("q", q);
        }
        if (chosenState() != null) {
            used.put("state", state);
        }
        if (!department.isEmpty() && !ignored().contains("department")) {
            used.put("department", department);
        }
        if (overdue()) {
            used.put("due", due);
        }
        return used;
    }

    /** The address of this queue from a key on. */
    public String link(String direction, String key) {
        return FilterBar.narrowed(address, used(), direction, key);
    }

    /** The address of this queue as a table to download, of the kind that it ends in. */
    public String export(String kind) {
        return FilterBar.narrowed(address + "/export." + kind, used());
    }
}
