package org.fugong.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/**
 * Gives the database role that the application works in what it needs and no more. The tables belong to another role,
 * that of the migrations: the application can neither lift the guards of what is published and recorded, nor change what
 * is only ever added to.
 */
@Component
class ApplicationRole implements Callback {

    /** What the guard of a table refuses for every row (the bits of a trigger are 8 for delete and 16 for update). */
    private static final String REVOKED = """
            select format('revoke %s on %s from %s', act, tgrelid::regclass, quote_ident(?))
            from pg_trigger join (values (8, 'delete'), (16, 'update')) acts (bit, act) on tgtype & bit = bit
            where tgfoid = 'refuse_change'::regproc and tgqual is null and tgtype & 1 = 1""";

    private final JdbcConnectionDetails application;

    ApplicationRole(JdbcConnectionDetails application) {
        this.application = application;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            // nodes that start together would else grant the same at once, which PostgreSQL refuses to all but one; Flyway calls
            // this in a transaction of its own, and a lock that ended before it would let the next node in too early
            texts(context.getConnection(), "select pg_advisory_xact_lock(hashtext(?))", getCallbackName());
            grant(context.getConnection());
        } catch (SQLException e) {
            throw new FlywayException("The role of the application cannot be given its rights: " + e.getMessage(), e);
        }
    }

    @Override
    public String getCallbackName() {
        return "application role";
    }

    private void grant(Connection owner) throws SQLException {
        var name = application.getUsername();
        if (texts(owner, "select rolname from pg_roles where rolname = ?", name).isEmpty()) {
            run(owner,
                    texts(owner, "select format('create role %I login password %L', ?::text, ?::text)", name, application.getPassword()));
        } else if (!texts(owner,
                "select rolname from pg_roles where rolname = ? and (rolsuper or pg_has_role(oid, current_user, 'member'))", name)
                .isEmpty()) {
            throw new FlywayException("The database role " + name + " may do whatever the owner of the tables may."
                    + " Give the application a role of its own, and the owner as SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD.");
        }
        var role = texts(owner, "select quote_ident(?)", name).getFirst();
        var grants = new ArrayList<>(List.of(
                "grant usage on schema public to " + role,
                "grant select, insert, update, delete on all tables in schema public to " + role,
                "grant usage, select on all sequences in schema public to " + role,
                "revoke insert, update, delete on flyway_schema_history from " + role));
        grants.addAll(texts(owner, REVOKED, name));
        run(owner, grants);
    }

    private static List<String> texts(Connection connection, String query, String... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    /** All or none: several statements in one message are one transaction. */
    private static void run(Connection connection, List<String> statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(String.join(";\n", statements));
        }
    }
}
