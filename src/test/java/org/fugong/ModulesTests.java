package org.fugong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The house: no module imports what its package does not declare. */
class ModulesTests {

    private final ApplicationModules modules = ApplicationModules.of(FugongApplication.class);

    @Test
    void noModuleImportsWhatItDoesNotDeclare() {
        modules.verify();
    }

    @Test
    void theDiagramIsWritten() throws IOException {
        new Documenter(modules).writeModulesAsPlantUml();
        var diagram = Files.copy(Path.of("target/spring-modulith-docs/components.puml"), Path.of("src/docs/modules.puml"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(diagram).content().contains("filing, Fugong", "verification");
    }
}
