package org.fugong.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.fugong.calendar.WorkingDays;
import org.fugong.filing.Duty;
import org.fugong.job.DailyJob;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reminds firms of what they are asked to do: two working days before it is due, on the day, and once when it is overdue. */
@Component
class ObligationReminders implements DailyJob {

    private static final int PIECE = 500;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final WorkingDays workingDays;
    private final Clock clock;

    ObligationReminders(JdbcClient jdbc, Notices notices, WorkingDays workingDays, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "obligation-reminders";
    }

    @Override
    public LocalTime time() {
        return LocalTime.of(8, 0);
    }

    @Override
    public boolean step(String id) {
        var today = LocalDate.now(clock);
        var reminders = jdbc.sql("""
                select * from (
                    select o.id, o.duty, o.enterprise_id, o.site_id, o.due_on, f.no,
                        case when o.due_on < :today then 'overdue' when o.due_on = :today then 'today' else 'soon' end as pressure
                    from obligation o join filing f on f.id = o.filing_id where o.state = 'OPEN' and o.due_on <= :soon) pressing
                where not exists (select 1 from notice n
                    where n.enterprise_id = pressing.enterprise_id and n.about = 'obligation:' || pressing.id || ':' || pressure)
                order by due_on, id limit :piece""")
                .param("today", today).param("soon", workingDays.after(today, 2)).param("piece", PIECE)
                .query(ObligationReminders::reminder).list();
        notices.send(reminders);
        return reminders.size() == PIECE;
    }

    private static Notice reminder(ResultSet row, int n) throws SQLException {
        var duty = Duty.valueOf(row.getString("duty"));
        var pressure = row.getString("pressure");
        return new Notice(row.getLong("enterprise_id"), "obligation:" + row.getLong("id") + ":" + pressure,
                "reminder." + pressure + "-" + duty,
                List.of(row.getString("no"), row.getString("due_on")), duty.link(row.getString("no"), row.getLong("site_id")));
    }
}
