package org.fugong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.application.ApplicationConflict;
import org.fugong.application.Participation;
import org.fugong.application.Sector;
import org.fugong.attachment.AttachmentFault;
import org.fugong.calendar.HolidayLines;
import org.fugong.calendar.SpecialDay;
import org.fugong.collective.UnitFault;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.ListComparison;
import org.fugong.condition.ListVersion;
import org.fugong.draw.Draw;
import org.fugong.draw.DrawResult;
import org.fugong.draw.Stratification;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.SizeClass;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.ReplyClock;
import org.fugong.impact.Impact;
import org.fugong.impact.VerdictChange;
import org.fugong.inspection.Interest;
import org.fugong.inspection.PositiveListing;
import org.fugong.replay.Discrepancy;
import org.fugong.message.Channel;
import org.fugong.message.Language;
import org.fugong.risk.LevelBatchReading;
import org.fugong.risk.LevelSuggestion;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.AnswerType;
import org.fugong.rule.RelaxDirection;
import org.fugong.rule.Verdict;
import org.fugong.verification.Conformity;
import org.fugong.verification.VerificationState;
import org.fugong.web.table.FileFault;
import org.jsoup.Jsoup;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text stands in both languages in a bundle, is used somewhere, and stands nowhere else. */
class MessagesTests {

    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern QUOTED = Pattern.compile("'([^'\\n]*)'");
    private static final Pattern KEY = Pattern.compile("#\\{\\s*([A-Za-z][\\w.-]*)\\s*[(}]");
    private static final Pattern COMPOSED = Pattern.compile("#\\{\\s*\\|([^|]*)\\|");
    /** The key that a field of a form is given: {@code fragments/form :: text('site.name', …)}. */
    private static final Pattern FIELD = Pattern
            .compile("fragments/form :: (?:text|password|date|time|number|area|file|choice|options|yes-no|tick)\\('([^']+)'");

    /** The keys that forms are rejected with. */
    private static final Pattern REJECTED = Pattern.compile("\\breject(?:\\(|Value\\([^,()]+, )\"([^\"]+)\"");
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z][\\w-]*(\\.[\\w-]+)*[.-]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    /** A key that is put together with something in the middle: {@code "plan." + field + ".wrong"}. */
    private static final Pattern SANDWICH = Pattern.compile("\"([A-Za-z][\\w.-]*\\.)\"\\s*\\+[^\"+;]+\\+\\s*\"(\\.[\\w.-]+)\"");
    private static final Pattern LETTERS = Pattern.compile("[\\p{IsHan}A-Za-z]");
    private static final Set<String> SPOKEN = Set.of("title", "alt", "aria-label", "placeholder", "aria-description");

    /** Keys that Spring asks for by the name of a constraint. */
    private static final Pattern CONSTRAINT = Pattern.compile("(Required|Line|Password|Pattern|Size|Email|Min|Max|typeMismatch)(\\..*)?");

    private final Map<String, String> texts = bundles().flatMap(bundle -> load(bundle).entrySet().stream())
            .collect(Collectors.toMap(entry -> entry.getKey().toString(), entry -> entry.getValue().toString(), (one, other) -> one,
                    TreeMap::new));

    static Stream<String> bundles() {
        return files(BUNDLES, ".properties").map(path -> path.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.endsWith("_en"));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyBundleHasTheSameKeysInBothLanguages(String bundle) {
        assertThat(load(bundle + "_en").keySet()).isEqualTo(load(bundle).keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void theEnglishIsEnglish(String bundle) {
        // names of documents stay as they are, and each language names the other in its own words
        assertThat(load(bundle + "_en").values().stream().map(text -> text.toString().replaceAll("复工|简体中文|[国宁]\\p{IsHan}+〔\\d+〕\\d+号", "")))
                .noneMatch(text -> HAN.matcher(text).find());
    }

    @Test
    void noKeyStandsTwice() {
        var seen = new TreeMap<String, Integer>();
        files(BUNDLES, ".properties").filter(path -> !path.toString().endsWith("_en.properties")).forEach(path -> read(path).lines()
                .filter(line -> line.matches("[A-Za-z].*=.*"))
                .forEach(line -> seen.merge(line.substring(0, line.indexOf('=')).strip(), 1, Integer::sum)));
        assertThat(seen.entrySet().stream().filter(key -> key.getValue() > 1)).isEmpty();
    }

    @Test
    void everyBundleIsKnownToTheApplication() {
        var known = read(Path.of("src/main/resources/application.yml"));
        assertThat(bundles()).allSatisfy(bundle -> assertThat(known).contains("messages/" + bundle));
    }

    @Test
    void noKeyIsMissing() {
        var missing = new TreeSet<String>();
        templates().forEach(template -> {
            all(KEY, template).filter(key -> !texts.containsKey(key)).forEach(missing::add);
            all(FIELD, template).filter(key -> !texts.containsKey(key)).forEach(missing::add);
            all(COMPOSED, template).filter(pattern -> texts.keySet().stream().noneMatch(regex(pattern).asMatchPredicate()))
                    .forEach(missing::add);
        });
        sources().flatMap(source -> all(REJECTED, source))
                .filter(key -> texts.keySet().stream().noneMatch(known -> key.endsWith(".") ? known.startsWith(key) : known.equals(key)))
                .forEach(missing::add);
        assertThat(missing).isEmpty();
    }

    static Stream<Arguments> shownEnumerations() {
        return Stream.of(
                arguments(RiskLevel.class, List.of("risk-level.", "condition.county.list.")),
                arguments(Regime.class,
                        List.of("regime.", "start.regime.", "home.regime.", "levelChange.means.", "condition.county.meaning.",
                                "condition.county.free.", "condition.county.start.", "condition.county.prepare.", "condition.county.go.")),
                arguments(Role.class, List.of("role.")),
                arguments(LevelBatchReading.Fault.class, List.of("batch.fault.")),
                arguments(FileFault.class, List.of("table.fault.")),
                arguments(AttachmentFault.class, List.of("attachment.fault.")),
                arguments(LevelBatchReading.Column.class, List.of("batch.column.")),
                arguments(LevelSuggestion.Reason.class, List.of("level-suggestion.")),
                arguments(HolidayLines.Fault.class, List.of("holidayYear.fault.")),
                arguments(SpecialDay.Kind.class, List.of("holidays.kind.")),
                arguments(ConditionUse.class, List.of("condition.use.")),
                arguments(Verdict.class, List.of("verdict.")),
                arguments(AnswerType.class, List.of("listItem.answer.")),
                arguments(RelaxDirection.class, List.of("listItem.relax.", "adaptation.province.")),
                arguments(ListVersion.Status.class, List.of("lists.status.")),
                arguments(Language.class, List.of("language.")),
                arguments(Channel.class, List.of("channel.", "notice.address-refused.", "addressCode.title.")),
                arguments(ListComparison.Kind.class, List.of("lists.kind.")),
                arguments(FilingKind.class, List.of("kind.", "unit-filing.what.")),
                arguments(FilingState.class, List.of("filing-state.")),
                arguments(Department.class, List.of("department.")),
                arguments(Sector.class, List.of("sector.")),
                arguments(Participation.When.class, List.of("participation.")),
                arguments(ReplyClock.Light.class, List.of("clock.")),
                arguments(ApplicationConflict.Problem.class, List.of("application.conflict.")),
                arguments(Conformity.class, List.of("verification.mark.")),
                arguments(VerificationState.class, List.of("verification-state.")),
                arguments(VerdictChange.class, List.of("impact.turn.")),
                arguments(Impact.Phase.class, List.of("impact.phase.")),
                arguments(UnitFault.class, List.of("listed-unit.fault.")),
                arguments(Discrepancy.Kind.class, List.of("verdicts.what.")),
                arguments(Draw.State.class, List.of("draw-state.", "draw.lead.", "draw.cancel.late.")),
                arguments(DrawResult.Course.class, List.of("draw-course.")),
                arguments(Stratification.class, List.of("stratification.")),
                arguments(Interest.Kind.class, List.of("interest-kind.")),
                arguments(PositiveListing.Reason.class, List.of("positive-reason.")),
                arguments(KeyClass.class, List.of("key-class.")),
                arguments(SizeClass.class, List.of("size.")));
    }

    @ParameterizedTest
    @MethodSource("shownEnumerations")
    void everyValueThatIsShownHasItsText(Class<? extends Enum<?>> type, List<String> prefixes) {
        assertThat(prefixes).allSatisfy(prefix -> assertThat(texts.keySet())
                .containsAll(Stream.of(type.getEnumConstants()).map(value -> prefix + value.name()).toList()));
    }

    @Test
    void noKeyIsUnused() {
        var used = new HashSet<String>();
        var patterns = new ArrayList<Pattern>();
        templates().forEach(template -> {
            all(KEY, template).forEach(used::add);
            all(QUOTED, template).forEach(used::add);
            all(QUOTED, template).filter(PREFIX.asMatchPredicate())
                    .forEach(prefix -> patterns.add(Pattern.compile(Pattern.quote(prefix) + ".+")));
            all(COMPOSED, template).filter(composed -> !composed.startsWith("$")).map(MessagesTests::regex).forEach(patterns::add);
        });
        sources().flatMap(source -> all(LITERAL, source)).forEach(literal -> {
            used.add(literal);
            if (PREFIX.matcher(literal).matches()) {
                // in code short prefixes are of all kinds: after one of them one word may follow, after a longer one any
                patterns.add(
                        Pattern.compile(Pattern.quote(literal) + (literal.indexOf('.') < literal.length() - 1 ? ".+" : "[^.]+(\\.hint)?")));
            }
        });
        sources().flatMap(source -> SANDWICH.matcher(source).results())
                .forEach(match -> patterns.add(Pattern.compile(Pattern.quote(match.group(1)) + ".+" + Pattern.quote(match.group(2)))));
        assertThat(texts.keySet().stream().filter(key -> !CONSTRAINT.matcher(key).matches())
                .filter(key -> !used.contains(key) && !used.contains(key.replaceFirst("\\.hint$", "")))
                .filter(key -> patterns.stream().noneMatch(pattern -> pattern.matcher(key).matches()))).isEmpty();
    }

    @Test
    void noTemplateHoldsBareText() {
        var bare = new TreeSet<String>();
        files(TEMPLATES, ".html").forEach(path -> {
            var page = Jsoup.parse(read(path).replaceAll("(?s)<!--.*?-->", ""), Parser.xmlParser());
            page.nodeStream(TextNode.class).forEach(text -> {
                if (LETTERS.matcher(text.text().replaceAll("\\[\\[.*?]]", "")).find()) {
                    bare.add(path.getFileName() + ": " + text.text().strip());
                }
            });
            page.stream().forEach(element -> element.attributes().forEach(attribute -> {
                if (SPOKEN.contains(attribute.getKey()) && LETTERS.matcher(attribute.getValue()).find()) {
                    bare.add(path.getFileName() + ": " + attribute);
                }
            }));
        });
        assertThat(bare).isEmpty();
    }

    @Test
    void noPageIsWordedInJava() {
        assertThat(files(Path.of("src/main/java/org/fugong"), ".java").filter(path -> path.toString().contains("/web/"))
                .flatMap(path -> all(LITERAL, read(path)))
                // a pattern reads what people type
                .filter(literal -> HAN.matcher(literal).find() && literal.indexOf('[') < 0)).isEmpty();
    }

    /** What a composed key may become: any value may stand where one is put in. */
    private static Pattern regex(String composed) {
        return Pattern.compile(Stream.of(composed.split("\\$\\{[^}]*}", -1)).map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    private static Stream<String> templates() {
        return files(TEMPLATES, ".html").map(MessagesTests::read);
    }

    private static Stream<String> sources() {
        return files(Path.of("src/main/java"), ".java").map(MessagesTests::read);
    }

    private static Stream<String> all(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(path -> path.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Properties load(String bundle) {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(BUNDLES.resolve(bundle + ".properties"))) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
