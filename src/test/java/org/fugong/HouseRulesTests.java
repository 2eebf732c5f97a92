package org.fugong;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Date;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.multipart.MultipartFile;

/** How the code is written, as far as a machine can tell. */
class HouseRulesTests {

    private static final JavaClasses HOUSE = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.fugong");
    private static final int WIDTH = 140;
    private static final int LONGEST_CLASS = 250;
    /** From here on a package was two rooms, unless it says why not. */
    private static final int CROWDED = 26;
    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Set<String> CLOCKS = Set.of("java.time.Instant", "java.time.LocalDate", "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.ZonedDateTime", "java.time.OffsetDateTime", "java.time.YearMonth", "java.time.Year");

    private static final Pattern PUBLIC_TYPE = Pattern
            .compile("(?m)^public (abstract |final |sealed )*(class|record|interface|enum|@interface) ");

    @Test
    void namesSayWhatThingsAre() {
        classes().should().haveNameNotMatching(".*(Service|Impl|Manager|Helper|Utils?|Dto|Mapper)").check(HOUSE);
        noClasses().should().resideInAnyPackage("..common..", "..util..", "..utils..", "..impl..", "..dto..", "..service..").check(HOUSE);
        classes().that().areTopLevelClasses().should().haveSimpleNameNotStartingWith("Base").check(HOUSE);
    }

    @Test
    void whatFacesTheWebIsALeafOfItsModule() {
        classes().that().resideInAPackage("org.fugong.*.web").and().areTopLevelClasses().should().notBePublic().check(HOUSE);
        noClasses().that().resideOutsideOfPackage("org.fugong.*.web").should().dependOnClassesThat().resideInAPackage("org.fugong.*.web")
                .check(HOUSE);
    }

    @Test
    void aggregatesChangeByVerbsAndNotBySetters() {
        methods().that().areDeclaredInClassesThat().areAnnotatedWith(Entity.class)
                .should().haveNameNotMatching("(set|get)[A-Z].*").check(HOUSE);
    }

    @Test
    void nowComesOnlyFromTheClock() {
        noClasses().should().callMethodWhere(describe("the system's clock is read", HouseRulesTests::readsTheSystemClock)).check(HOUSE);
        noClasses().should().callConstructor(Date.class).check(HOUSE);
    }

    @Test
    void modulesAreJoinedByIdsAndNotByAssociations() {
        noClasses().should()
                .dependOnClassesThat(describe("map associations",
                        (JavaClass type) -> type.getName().matches("jakarta\\.persistence\\.(ManyToOne|OneToMany|ManyToMany|OneToOne)")))
                .check(HOUSE);
    }

    @Test
    void everyTableThatIsUploadedIsReadByOneReader() {
        noClasses().that().resideOutsideOfPackage("org.fugong.web.table").should().dependOnClassesThat()
                .resideInAPackage("org.dhatim.fastexcel.reader..").check(HOUSE);
        noClasses().that(describe("take a file", HouseRulesTests::takesAFile)).should().dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.csv..", "org.dhatim.fastexcel..").check(HOUSE);
    }

    static Stream<Arguments> rulesOfTemplates() {
        return Stream.of(
                arguments("nothing is written unescaped", "th:utext"),
                arguments("no script stands in a page", "<script(?![^>]*\\sth:src=)"),
                arguments("no style stands in a page", "<style|\\s(th:)?style="),
                arguments("no handler stands in a page", "\\son[a-z]+=|hx-on"),
                arguments("th:replace goes before a condition, which would be lost",
                        "<[^>]*\\sth:(if|unless|each)=\"[^\"]*\"[^>]*\\sth:(replace|insert)="),
                arguments("th:replace goes before a condition, which would be lost",
                        "<[^>]*\\sth:(replace|insert)=\"[^\"]*\"[^>]*\\sth:(if|unless|each)="),
                arguments("a form that changes something carries its token", "<form(?=[^>]*\\smethod=\"post\")(?![^>]*\\sth:action=)"),
                arguments("nothing comes from elsewhere", "(src|href|action)=\"(https?:)?//"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfTemplates")
    void inNoTemplate(String rule, String pattern) throws IOException {
        var found = Pattern.compile(pattern);
        assertThat(templates().filter(template -> found.matcher(withoutComments(template)).find())).as(rule).isEmpty();
    }

    @Test
    void nothingIsLeftUndone() throws IOException {
        try (var sources = Files.walk(Path.of("src"))) {
            assertThat(sources.filter(path -> path.toString().matches(".*\\.(java|html|js|css|sql|yml|properties)"))
                    .filter(path -> !path.endsWith("HouseRulesTests.java"))
                    .filter(path -> read(path).matches("(?s).*\\b(TODO|FIXME|XXX)\\b.*"))).isEmpty();
        }
    }

    @Test
    void everyPublicTypeSaysWhatItIsFor() throws IOException {
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(path -> path.toString().endsWith(".java")).filter(path -> {
                var source = read(path);
                var type = PUBLIC_TYPE.matcher(source);
                return type.find() && !source.substring(source.lastIndexOf("\nimport ", type.start()) + 1, type.start()).contains("/**");
            })).isEmpty();
        }
    }

    @Test
    void noLineIsLongerThanAScreenIsWide() throws IOException {
        assertThat(Stream.concat(javaFiles(Path.of("src")), templates())
                .filter(path -> read(path).lines().anyMatch(line -> line.length() > WIDTH))).isEmpty();
    }

    @Test
    void noClassIsTooLongToBeRead() throws IOException {
        assertThat(javaFiles(MAIN).filter(path -> read(path).lines().count() > LONGEST_CLASS)).isEmpty();
    }

    @Test
    void aPackageWithManyFilesSaysWhy() throws IOException {
        var packages = javaFiles(MAIN).collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(packages.keySet().stream().filter(folder -> packages.get(folder) > CROWDED)
                .filter(folder -> !read(folder.resolve("package-info.java")).contains("larger than"))).isEmpty();
    }

    private static Stream<Path> javaFiles(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList().stream();
        }
    }

    private static boolean takesAFile(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().anyMatch(one -> one.getTargetClass().isAssignableTo(MultipartFile.class));
    }

    private static boolean readsTheSystemClock(JavaMethodCall call) {
        var owner = call.getTargetOwner().getName();
        return call.getName().equals("now") && CLOCKS.contains(owner) && call.getTarget().getRawParameterTypes().isEmpty()
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
    }

    private static Stream<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(path -> path.toString().endsWith(".html")).toList().stream();
        }
    }

    private static String withoutComments(Path template) {
        return read(template).replaceAll("(?s)<!--.*?-->", "");
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
