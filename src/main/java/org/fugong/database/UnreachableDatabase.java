package org.fugong.database;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line, instead of a stack trace, that the configured database refuses the connection. */
class UnreachableDatabase extends AbstractFailureAnalyzer<SQLException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, SQLException cause) {
        // SQLSTATE class 08: connection; 28: not authorised; 3D: no such database
        return cause.getSQLState() == null || !cause.getSQLState().matches("(08|28|3D).*")
                ? null
                : new FailureAnalysis("The database does not accept the connection: " + cause.getMessage(),
                        "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD,"
                                + " SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD.",
                        failure);
    }
}
