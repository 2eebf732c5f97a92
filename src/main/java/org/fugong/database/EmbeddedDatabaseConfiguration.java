package org.fugong.database;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Connects to the embedded PostgreSQL where no database is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "io.zonky.test.db.postgres.embedded.EmbeddedPostgres")
@ConditionalOnProperty(name = DatabaseChoice.URL, havingValue = "none", matchIfMissing = true)
class EmbeddedDatabaseConfiguration {

    @Bean
    JdbcConnectionDetails embeddedConnection(@Value("${fugong.data-directory}") String folder) {
        var url = EmbeddedDatabase.jdbcUrl(folder);
        return new JdbcConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return url;
            }

            @Override
            public String getUsername() {
                return "fugong";
            }

            @Override
            public String getPassword() {
                return "fugong";
            }
        };
    }

    /** The tables belong to another role than the one the application works in. */
    @Bean
    FlywayConnectionDetails embeddedOwner(JdbcConnectionDetails application) {
        return new FlywayConnectionDetails() {
            @Override
            public String getJdbcUrl() {
                return application.getJdbcUrl();
            }

            @Override
            public String getUsername() {
                return "postgres";
            }

            @Override
            public String getPassword() {
                return "";
            }
        };
    }
}
