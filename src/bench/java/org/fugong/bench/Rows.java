package org.fugong.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The database server of the benchmark, which the application and pgbench write to in turn. */
final class Rows implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Connection connection;

    Rows() throws Exception {
        server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100").start();
        connection = server.getPostgresDatabase().getConnection();
    }

    int port() {
        return server.getPort();
    }

    void run(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Writes the same bytes some times in one transaction of a connection of its own. */
    boolean write(String sql, byte[] bytes, int times) throws SQLException {
        try (var other = server.getPostgresDatabase().getConnection(); var statement = other.prepareStatement(sql)) {
            other.setAutoCommit(false);
            for (int i = 0; i < times; i++) {
                statement.setBytes(1, bytes);
                statement.execute();
            }
            other.commit();
            return true;
        }
    }

    List<Long> numbers(String sql) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    String text(String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** The columns of a table but for some, as a list in SQL; {@code prefix} stands before each. */
    String columns(String table, String prefix, String... without) throws SQLException {
        var names = new ArrayList<String>();
        try (var columns = connection.getMetaData().getColumns(null, "public", table, null)) {
            while (columns.next()) {
                names.add(columns.getString("COLUMN_NAME"));
            }
        }
        names.removeAll(List.of(without));
        return String.join(", ", names.stream().map(name -> prefix + name).toList());
    }

    /** Copies the draft of a firm to as many new sites of it; their ids follow each other. */
    void copyDraft(String creditCode, int times) throws SQLException {
        run("""
                insert into site (%s, name) select %s, site.name || ' ' || n from site join enterprise on enterprise.id = enterprise_id,
                generate_series(1, %d) n where credit_code = '%s' and site.name not like '%% %%'""".formatted(
                columns("site", "", "id", "name"), columns("site", "site.", "id", "name"), times, creditCode));
        var columns = columns("filing", "", "id", "site_id");
        run("""
                insert into filing (site_id, %s) select site.id, %s from filing join enterprise on enterprise.id = enterprise_id
                join site on site.enterprise_id = enterprise.id and site.name like '%% %%'
                where filing.state = 'DRAFT' and enterprise.credit_code = '%s' and not exists (select from filing other
                    where other.site_id = site.id)
                order by site.id"""
                .formatted(columns, columns("filing", "filing.", "id", "site_id"), creditCode));
    }

    @Override
    public void close() throws Exception {
        connection.close();
        server.close();
    }
}
