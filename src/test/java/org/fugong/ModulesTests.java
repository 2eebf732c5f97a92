package org.fugong;

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
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
