package org.fugong.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import org.fugong.filing.Duty;
import org.fugong.job.DailyJob;
import org.fugong.message.Notice;
import org.springframework.stereotype.Component;

/** Reminds firms of what they are asked to do after a change of level or list. */
@Component
class ObligationReminders implements DailyJob {

    private static final String DUE = """
            select o.enterprise_id, o.duty, o.site_id, o.due_on, f.no, 'obligation:' || o.id as subject
            from obligation o join filing f on f.id = o.filing_id where o.state = 'OPEN'""";

    private final DueReminders reminders;

    ObligationReminders(DueReminders reminders) {
        this.reminders = reminders;
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
        return reminders.send(DUE, ObligationReminders::reminder);
    }

    private static DueReminders.Reminder reminder(ResultSet row, int n) throws SQLException {
        var duty = Duty.valueOf(row.getString("duty"));
        return new DueReminders.Reminder(
                new Notice(row.getLong("enterprise_id"), row.getString("subject") + ":" + row.getString("pressure"),
                        "reminder." + row.getString("pressure") + "-" + duty,
                        List.of(row.getString("no"), row.getString("due_on")), duty.link(row.getString("no"), row.getLong("site_id"))),
                null);
    }
}
