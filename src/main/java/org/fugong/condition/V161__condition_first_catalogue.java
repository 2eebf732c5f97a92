package org.fugong.condition;

import java.sql.Timestamp;
import java.time.Instant;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.stereotype.Component;

/** Records version 1 of Ningxia's catalogue, which version 1 of its lists was drawn from. */
@Component
class V161__condition_first_catalogue extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        try (var insert = context.getConnection().prepareStatement("""
                insert into catalogue_version (province, version, yaml, reason, recorded_at)
                values ('640000', 1, ?, '依据公开资料整理的首版目录', ?)""")) {
            insert.setString(1, Catalogue.read().text());
            insert.setTimestamp(2, Timestamp.from(Instant.parse("2020-03-02T16:00:00Z")));
            insert.executeUpdate();
        }
    }
}
