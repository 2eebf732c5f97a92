package org.fugong.calendar;

import java.sql.SQLException;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Fills in the holiday notices of 2020 to 2026. */
@Component
class V41__calendar_holidays extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws SQLException {
        try (var insert = context.getConnection().prepareStatement("insert into special_day (day, kind, name) values (?, ?, ?)")) {
            for (var day : HolidayNotices.read()) {
                insert.setObject(1, day.day());
                insert.setString(2, day.kind().name());
                insert.setString(3, day.name());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
