package org.fugong.application.web;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.fugong.account.Department;

/**
 * Queries of what waits for an official {@code :account} of a {@code :county}, each department's by its own index: for those of a
 * department what that leads or is asked, at the general desk everything that is led, and what is asked of departments without staff.
 */
final class TasksOfReader {

    private static final String DEPARTMENTS = Arrays.stream(Department.values()).map("'%s'"::formatted)
            .collect(Collectors.joining(", ", "array [", "]"));

    private static final String MINE = """
            (select department from account where id = :account and department is not null
             union all
             select d from unnest(%s) d (d)
             where (select department from account where id = :account) is null %s) mine""";

    /** The open applications with their days; a range and the order, for with an equality the planner walks the queue of all. */
    static final String APPLICATIONS = """
            from %s cross join lateral (
                select due_on from application a where a.county = :county and a.closed_at is null and a.due_on is not null
                    and a.lead between mine.department and mine.department order by a.lead, queue_on limit :cap) counted"""
            .formatted(MINE.formatted(DEPARTMENTS, ""));

    /** The open tasks with their days. */
    static final String OPINIONS = """
            from %s cross join lateral (
                select due_on from opinion o where o.county = :county and o.state = 'OPEN'
                    and o.department between mine.department and mine.department
                    order by o.department, queue_on limit :cap) counted""".formatted(MINE.formatted(DEPARTMENTS, """
            and not exists (select 1 from account staff
                 where staff.scope = :county and staff.role = 'OFFICIAL' and staff.active and staff.department = d)"""));

    private TasksOfReader() {
    }
}
