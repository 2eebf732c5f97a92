package org.fugong.application;

import java.util.List;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * For which department an official acts. Those of no department sit at the general desk of their county: they lead any application,
 * and speak for departments that have nobody of their own, so that a county without any works as well.
 */
@Component
public class DepartmentDesk {

    private static final String STAFF = "select id from account where scope = :county and role = 'OFFICIAL' and active";

    private final JdbcClient jdbc;

    DepartmentDesk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The department of an official; empty at the general desk. */
    public Optional<Department> of(Actor official) {
        return jdbc.sql("select department from account where id = ? and department is not null").param(official.accountId())
                .query(String.class).optional().map(Department::valueOf);
    }

    /** Whether somebody acts for the lead of an application. */
    public boolean leads(Actor official, Application application) {
        return official.role() == Role.OFFICIAL && of(official).map(own -> own == application.lead()).orElse(true);
    }

    /** Whether somebody speaks for the department of a task. */
    public boolean speaks(Actor official, Opinion opinion) {
        return official.role() == Role.OFFICIAL
                && of(official).map(own -> own == opinion.department()).orElseGet(() -> !staffed(opinion.county(), opinion.department()));
    }

    /** The accounts of all who act for the lead of an application. */
    List<Long> leading(Application application) {
        return jdbc.sql(STAFF + " and (department = :department or department is null)").param("county", application.county())
                .param("department", application.lead().name()).query(Long.class).list();
    }

    /** The accounts of all who speak for the department of a task. */
    List<Long> speaking(Opinion opinion) {
        return jdbc.sql(STAFF + (staffed(opinion.county(), opinion.department())
                ? " and department = :department"
                : " and department is null")).param("county", opinion.county()).param("department", opinion.department().name())
                .query(Long.class).list();
    }

    private boolean staffed(String county, Department department) {
        return jdbc.sql("select exists (select 1 from account where scope = ? and role = 'OFFICIAL' and active and department = ?)")
                .params(county, department.name()).query(Boolean.class).single();
    }
}
