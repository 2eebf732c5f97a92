package org.fugong.demonstration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.Map;
import org.fugong.job.DueJobs;
import org.fugong.message.MailServer;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;

/** A test against the running application with its demonstration, on a port and a database of its own. */
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResourceLock("demonstration")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = DemonstrationTest.OwnDatabase.class)
@Import({DueJobs.class, MailServer.class, ShownTime.class})
public @interface DemonstrationTest {

    /** A new folder each time, so that no test meets what an earlier run left. */
    class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demonstration", Map.of(
                    "fugong.demonstration", "true",
                    "fugong.data-directory", Path.of("target", "test-data", "demonstration-" + System.nanoTime()).toString())));
        }
    }
}
