package org.fugong.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import org.fugong.job.DailyJob;
import org.fugong.account.Role;
import org.fugong.message.Notice;
import org.fugong.message.StaffNotice;
import org.springframework.stereotype.Component;

/** Reminds firms of orders that they have not answered and of items that they owe; officials hear of orders that are overdue. */
@Component
class OrderReminders implements DailyJob {

    private static final String DUE = """
            select v.enterprise_id, v.county, v.id, f.no, v.due_on, 'order' as what, 'verification:' || v.id || ':' || v.due_on as subject,
                '/verification' as place
            from verification v join filing f on f.id = v.filing_id where v.state in ('RECTIFY', 'STOP_WORK')
            union all
            select i.enterprise_id, i.county, null, f.no, i.due_on, 'owed', 'filing:' || f.id || ':owed:' || i.code
                    || case when i.days_after_epidemic is null then '' else ':' || i.due_on end, '/owed/' || i.code
            from owed_item i join filing f on f.id = i.filing_id where i.state = 'OPEN' and i.due_on is not null""";

    private final DueReminders reminders;

    OrderReminders(DueReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public String name() {
        return "order-reminders";
    }

    @Override
    public LocalTime time() {
        return LocalTime.of(8, 0);
    }

    @Override
    public boolean step(String id) {
        return reminders.send(DUE, OrderReminders::reminder);
    }

    private static DueReminders.Reminder reminder(ResultSet row, int n) throws SQLException {
        var order = row.getString("what").equals("order");
        var about = row.getString("subject") + ":" + row.getString("pressure");
        var arguments = List.of(row.getString("no"), row.getString("due_on"));
        var firm = new Notice(row.getLong("enterprise_id"), about,
                "reminder." + row.getString("pressure") + "-" + row.getString("what"), arguments,
                "/my/filings/" + row.getString("no") + row.getString("place"));
        return new DueReminders.Reminder(firm, order && row.getString("pressure").equals("overdue")
                ? new StaffNotice(Role.OFFICIAL, row.getString("county"), null, about, "notice.staff.overdue", arguments,
                        "/desk/verifications/" + row.getLong("id"))
                : null);
    }
}
