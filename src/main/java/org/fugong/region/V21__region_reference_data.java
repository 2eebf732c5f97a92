package org.fugong.region;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Seeds the divisions of GB/T 2260 and the towns of Ningxia from the data files. */
@Component
class V21__region_reference_data extends BaseJavaMigration {

    @Override
    public void migrate(Context context) throws Exception {
        var connection = context.getConnection();
        for (var level : List.of("PROVINCE", "PREFECTURE")) {
            load(connection, "data/divisions.csv", row -> row.get("level").equals(level),
                    "insert into division (code, name, name_en, level, parent) values (?, ?, ?, ?, nullif(?, ''))",
                    "code", "name", "name_en", "level", "parent");
        }
        load(connection, "data/divisions.csv", row -> row.get("level").equals("COUNTY"),
                "insert into county (code, name, name_en, parent, local) values (?, ?, ?, ?, ?::boolean)",
                "code", "name", "name_en", "parent", "local");
        load(connection, "data/townships-ningxia.csv", row -> true,
                "insert into township (code, name, county) values (?, ?, ?)", "code", "name", "county");
    }

    private static void load(Connection connection, String file, Predicate<CSVRecord> wanted, String insert, String... columns)
            throws IOException, SQLException {
        try (var reader = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8);
                var rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader);
                var statement = connection.prepareStatement(insert)) {
            for (CSVRecord row : rows) {
                if (wanted.test(row)) {
                    for (int i = 0; i < columns.length; i++) {
                        statement.setString(i + 1, row.get(columns[i]));
                    }
                    statement.addBatch();
                }
            }
            statement.executeBatch();
        }
    }
}
