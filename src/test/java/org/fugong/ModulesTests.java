package org.fugong;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
    void theDiagramIsWritten() {
        new Documenter(modules, Documenter.Options.defaults().withOutputFolder("src/docs"))
                .writeModulesAsPlantUml(Documenter.DiagramOptions.defaults().withTargetFileName("modules.puml"));
        assertThat(Path.of("src/docs/modules.puml")).content().contains("filing", "verification");
    }
}
