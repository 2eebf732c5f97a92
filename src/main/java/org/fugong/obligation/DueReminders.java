package org.fugong.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.fugong.calendar.WorkingDays;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds firms of what is due: two working days before the day, on it, and once when it has passed. */
@Component
class DueReminders {

    private static final int PIECE = 500;
    private static final int WORKING_DAYS_BEFORE = 2;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final WorkingDays workingDays;
    private final Clock clock;

    DueReminders(JdbcClient jdbc, Notices notices, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** What a firm is told, and, where it is for them to act now, its county's officials; else null. */
    record Reminder(Notice firm, StaffNotice county) {
    }

    /**
     * Sends one piece of the reminders that have not been sent.
     *
     * @param due    a query of what is open, with {@code enterprise_id}, {@code due_on} and a {@code subject} of its own for each
     * @param reminder what is told for a row, which besides has a {@code pressure}: soon, today or overdue; its subject ends in it
     * @return whether there may be more
     */
    boolean send(String due, RowMapper<Reminder> reminder) {
        var today = LocalDate.now(clock);
        var reminders = jdbc.sql("""
                select * from (
                    select due.*, case when due_on < :today then 'overdue' when due_on = :today then 'today' else 'soon' end as pressure
                    from (%s) due where due_on <= :soon) pressing
                where not exists (select 1 from notice n
                    where n.enterprise_id = pressing.enterprise_id and n.about = pressing.subject || ':' || pressure)
                order by due_on, subject limit :piece""".formatted(due))
                .param("today", today).param("soon", workingDays.after(today, WORKING_DAYS_BEFORE)).param("piece", PIECE)
                .query(reminder).list();
        notices.send(reminders.stream().map(Reminder::firm).toList());
        notices.tell(reminders.stream().flatMap(one -> Stream.ofNullable(one.county())).toList());
        return reminders.size() == PIECE;
    }
}
