package org.fugong.database;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Decides, before anything is built, which database serves: a configured one, or the embedded PostgreSQL, which
 * starts at once so that it comes up beside the application, with a demonstration unless that is turned off. With
 * neither, the application stops with one line.
 */
public class DatabaseChoice implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    static final String URL = "spring.datasource.url";
    static final String DEMONSTRATION = "fugong.demonstration";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (configured(environment)) {
            if (environment.getProperty(DEMONSTRATION, boolean.class, false)) {
                stop("A demonstration is not acted on a configured database: unset fugong.demonstration or SPRING_DATASOURCE_URL.");
            }
            var owner = environment.getProperty("spring.flyway.user");
            if (!StringUtils.hasText(owner) || owner.equals(environment.getProperty("spring.datasource.username"))) {
                stop("No owner of the tables: set SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD to another role than "
                        + "SPRING_DATASOURCE_USERNAME.");
            }
            return;
        }
        if (!ClassUtils.isPresent("io.zonky.test.db.postgres.embedded.EmbeddedPostgres", null)) {
            stop("No database: set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD,"
                    + " and the owner of the tables as SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD.");
        }
        environment.getPropertySources().addLast(new MapPropertySource("demonstration", Map.of(DEMONSTRATION, "true")));
        EmbeddedDatabase.startAhead(environment.getProperty("fugong.data-directory", ".data"));
    }

    static boolean configured(Environment environment) {
        return StringUtils.hasText(environment.getProperty(URL));
    }

    static void stop(String line) {
        System.err.println(line);
        System.exit(1);
    }
}
