package org.fugong.demonstration;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.FugongApplication;
import org.fugong.account.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

/** What the README says of accounts, modules and settings is what there is. */
@DemonstrationTest
class ReadmeTests {

    private final List<String> readme = Files.readAllLines(Path.of("README.md"));

    @Autowired
    JdbcClient jdbc;
    @Autowired
    SignIn signIn;
    @Autowired
    ApplicationContext context;

    ReadmeTests() throws IOException {
    }

    @Test
    void everyoneWhoWorksThereIsNamedAndSignsInWithThePassword() {
        assertThat(jdbc.sql("select login from account where role <> 'ENTERPRISE' and name like '%（演示）'").query(String.class).list())
                .allSatisfy(login -> assertThat(readme).anyMatch(line -> line.startsWith("| ") && line.contains("`" + login + "`")))
                .allSatisfy(login -> assertThat(signIn.check(login, DemonstrationStaff.PASSWORD)).isPresent());
        assertThat(readme).anyMatch(line -> line.contains("`" + DemonstrationStaff.PASSWORD + "`"));
    }

    @Test
    void theFirmThatIsNamedSignsIn() {
        var named = readme.stream().filter(line -> line.startsWith("| `91")).map(line -> line.split("`")[1]).toList();
        assertThat(named).isNotEmpty().allSatisfy(code -> assertThat(signIn.check(code, DemonstrationStaff.PASSWORD)).isPresent());
    }

    @Test
    void theMapNamesEveryModuleAndWhatItUses() {
        var rows = readme.stream().filter(line -> line.matches("\\| \\d \\| `.*")).map(line -> line.split(" *\\| *"))
                .map(cells -> cells[2].split("`")[1] + ": " + (cells[4].equals("–") ? "" : cells[4])).toList();
        assertThat(rows).containsExactlyInAnyOrderElementsOf(ApplicationModules.of(FugongApplication.class).stream()
                .map(module -> module.getIdentifier() + ": "
                        + uses(module.getBasePackage().getAnnotation(ApplicationModule.class).orElseThrow()))
                .toList());
    }

    @Test
    void everySettingIsExplained() {
        var settings = Stream.concat(Stream.of("fugong.data-directory", "fugong.demonstration", "fugong.public-url"),
                context.getBeansWithAnnotation(ConfigurationProperties.class).values().stream().map(Object::getClass)
                        .filter(type -> type.getName().startsWith("org.fugong")).flatMap(ReadmeTests::names));
        assertThat(settings).allSatisfy(name -> assertThat(readme).anyMatch(line -> line.startsWith("| `" + name + "`")));
    }

    private static String uses(ApplicationModule module) {
        return Arrays.stream(module.allowedDependencies()).collect(joining(", "));
    }

    private static Stream<String> names(Class<?> settings) {
        var prefix = settings.getAnnotation(ConfigurationProperties.class).value();
        return Arrays.stream(settings.getRecordComponents()).map(RecordComponent::getName)
                .map(name -> prefix + "." + name.replaceAll("([A-Z])", "-$1").toLowerCase());
    }
}
