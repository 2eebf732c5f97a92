package org.fugong.obligation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.List;
import org.fugong.job.DailyJob;
import org.fugong.message.Notice;
import org.springframework.stereotype.Component;

/** Reminds firms of orders that they have not answered and of items that they owe. */
@Component
class OrderReminders implements DailyJob {

    private static final String DUE = """
            select v.enterprise_id, f.no, v.due_on, 'order' as what, 'verification:' || v.id || ':' || v.due_on as subject
            from verification v join filing f on f.id = v.filing_id where v.state in ('RECTIFY', 'STOP_WORK')
            union all
            select f.enterprise_id, f.no, case when item ->> 'dueOn' is null
                    then f.owed_from + (item ->> 'daysAfterPermission')::integer
                    else greatest((item ->> 'dueOn')::date, f.owed_from) end, 'owed',
                'filing:' || f.id || ':owed:' || (item ->> 'code')
            from filing f cross join jsonb_array_elements(f.owed) item
            where f.state in ('EFFECTIVE', 'PERMITTED', 'SUSPENDED') and f.advised_at is null and f.owed <> '[]'
                and not f.supplied @> jsonb_build_array(jsonb_build_object('code', item ->> 'code'))""";

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

    private static Notice reminder(ResultSet row, int n) throws SQLException {
        var order = row.getString("what").equals("order");
        return new Notice(row.getLong("enterprise_id"), row.getString("subject") + ":" + row.getString("pressure"),
                "reminder." + row.getString("pressure") + "-" + row.getString("what"),
                List.of(row.getString("no"), row.getString("due_on")),
                "/my/filings/" + row.getString("no") + (order ? "/verification" : ""));
    }
}
