package org.fugong.condition;

import java.sql.Timestamp;
import java.time.Instant;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.fugong.risk.RiskLevel;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Publishes version 1 of Ningxia's lists from the catalogue, in force since the day of 国办发明电〔2020〕6号. */
@Component
class V61__condition_first_versions extends BaseJavaMigration {

    private static final Instant IN_FORCE = Instant.parse("2020-03-02T16:00:00Z");

    @Override
    public void migrate(Context context) throws Exception {
        var catalogue = Catalogue.read();
        var json = new JsonMapper();
        try (var insert = context.getConnection().prepareStatement("""
                insert into condition_list (province, level, version, state, content, basis, reason, started_at, effective_at, published_at)
                values ('640000', ?, 1, 'PUBLISHED', ?::jsonb, '国办发明电〔2020〕6号', '依据公开资料整理的首版清单', ?, ?, ?)""")) {
            for (var level : RiskLevel.values()) {
                insert.setString(1, level.name());
                insert.setString(2, json.writeValueAsString(catalogue.at(level.name().toLowerCase())));
                insert.setTimestamp(3, Timestamp.from(IN_FORCE));
                insert.setTimestamp(4, Timestamp.from(IN_FORCE));
                insert.setTimestamp(5, Timestamp.from(IN_FORCE));
                insert.executeUpdate();
            }
        }
    }
}
