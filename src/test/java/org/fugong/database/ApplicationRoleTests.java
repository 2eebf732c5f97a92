package org.fugong.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.fugong.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application's own database role cannot do, whatever SQL it is made to send. */
@WebTest
class ApplicationRoleTests {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    Flyway flyway;

    @ParameterizedTest
    @ValueSource(strings = {"audit_entry", "condition_list", "county_adaptation", "risk_level_change", "filing", "verification"})
    void itEmptiesNothing(String table) {
        refused("truncate " + table + " cascade");
    }

    @ParameterizedTest
    @ValueSource(strings = {"alter table condition_list disable trigger all", "drop trigger condition_list_stays on condition_list",
            "drop trigger audit_entry_stays on audit_entry",
            "create or replace function refuse_change() returns trigger language sql as 'select null'",
            "drop table condition_list cascade", "set session_replication_role = replica", "set role postgres",
            "create table leak (x text)",
            "alter table condition_list owner to fugong", "delete from flyway_schema_history", "delete from verification",
            "copy audit_entry to program 'cat'"})
    void itLiftsNoGuard(String attempt) {
        refused(attempt);
    }

    @Test
    void itChangesNothingThatIsOnlyAddedTo() {
        var tables = jdbc.sql("""
                select distinct tgrelid::regclass::text from pg_trigger
                where tgfoid = 'refuse_change'::regproc and tgqual is null and tgtype & 25 = 25""").query(String.class).list();
        assertThat(tables).contains("audit_entry", "county_adaptation", "risk_level_change").allSatisfy(table -> {
            refused("delete from " + table);
            assertThat(jdbc.sql("select has_table_privilege(?, 'update')").param(table).query(Boolean.class).single()).isFalse();
        });
    }

    @Test
    void nodesThatStartTogetherAllGetIt() throws Exception {
        try (var nodes = Executors.newFixedThreadPool(4)) {
            for (var start : nodes.invokeAll(Collections.<Callable<Boolean>>nCopies(20, () -> flyway.migrate().success))) {
                assertThat(start.get()).isTrue();
            }
        }
    }

    private void refused(String sql) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(sql).update())
                .havingRootCause().withMessageMatching("(?s)ERROR: (permission denied|must be owner|.*must be able to SET ROLE).*");
    }
}
