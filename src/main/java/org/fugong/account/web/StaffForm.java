package org.fugong.account.web;

import jakarta.validation.constraints.Pattern;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.account.Account;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.web.Line;
import org.fugong.web.Required;

/** Somebody of the staff as typed; the county counts only for the roles of a county. */
record StaffForm(@Required @Pattern(regexp = "|[a-z][a-z0-9.-]{2,16}") String username,
        @Required @Line(max = 30) String name,
        @Required @Line(max = 20) String role,
        @Line(max = 6) String county,
        @Line(max = 20) String department) {

    static StaffForm of(Account account) {
        return new StaffForm(account.login(), account.name(), account.role().name(),
                account.role().ofCounty() ? account.scope() : "",
                account.department() == null ? "" : account.department().name());
    }

    /** An admin of a county gives no other county. */
    StaffForm within(Actor admin) {
        return admin.role().ofCounty() ? new StaffForm(username, name, role, admin.scope(), department) : this;
    }

    Optional<Role> chosen() {
        return Stream.of(Role.values()).filter(value -> value != Role.ENTERPRISE && value.name().equals(role)).findFirst();
    }

    /** The department of an official, or null where none is known by that name. */
    Department chosenDepartment() {
        return Stream.of(Department.values()).filter(value -> value.name().equals(department)).findFirst().orElse(null);
    }

    /** The scope that goes with the role: the chosen county, or the province. */
    String scope(String province) {
        return chosen().orElseThrow().ofCounty() ? county : province;
    }
}
