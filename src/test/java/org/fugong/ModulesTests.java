package org.fugong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
        var written = Files.readAllLines(Path.of("target/spring-modulith-docs/components.puml"));
        // in an order of its own each time: sorted, the file changes only where the modules do
        var frame = written.stream().filter(line -> !line.startsWith("Rel(")).filter(line -> !line.strip().startsWith("Component("));
        var parts = written.stream().filter(line -> line.strip().startsWith("Component(")).sorted().toList();
        var arrows = written.stream().filter(line -> line.startsWith("Rel(")).sorted().toList();
        var lines = frame.flatMap(line -> line.strip().startsWith("Container_Boundary(")
                ? Stream.concat(Stream.of(line), parts.stream())
                : line.startsWith("SHOW_LEGEND") ? Stream.concat(arrows.stream(), Stream.of(line)) : Stream.of(line)).toList();
        var diagram = Files.write(Path.of("src/docs/modules.puml"), lines);
        assertThat(diagram).content().contains("filing, Fugong", "verification");
    }
}
