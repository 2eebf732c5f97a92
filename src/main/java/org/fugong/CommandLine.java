package org.fugong;

import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/** Where the application is started for a command, it opens no port and leaves what is due in the background to others. */
class CommandLine implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final String COMMAND = "fugong.replay";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        if (wanted(event.getEnvironment())) {
            event.getEnvironment().getPropertySources()
                    .addFirst(new MapPropertySource("command", Map.of("server.port", "-1", "fugong.job.run", "false")));
        }
    }

    static boolean wanted(Environment environment) {
        return environment.containsProperty(COMMAND);
    }
}
