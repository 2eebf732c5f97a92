package org.fugong;

import org.fugong.database.DatabaseChoice;
import org.fugong.draw.VerifyDraw;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

/** The portal through which enterprises resume work by filing, with checks after the fact. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Fugong")
public class FugongApplication {

    public static void main(String[] args) {
        if (VerifyDraw.wanted(args)) {
            System.exit(VerifyDraw.run(System.out, args));
        }
        var application = new SpringApplication(FugongApplication.class);
        application.addListeners(new DatabaseChoice(), new CommandLine());
        var context = application.run(args);
        if (CommandLine.wanted(context.getEnvironment())) {
            System.exit(SpringApplication.exit(context));
        }
    }
}
