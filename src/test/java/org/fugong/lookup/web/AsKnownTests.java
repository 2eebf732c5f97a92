package org.fugong.lookup.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fugong.WebTest;
import org.fugong.adaptation.CountyLists;
import org.fugong.lookup.web.CountyChange.Kind;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What applied at a moment, as it was known at another one, against a naive replay: histories of every kind, with things
 * recorded long before they take effect, long after, and several for the same moment, in a province that has none yet.
 */
@WebTest
class AsKnownTests {

    private static final String PROVINCE = "620000";
    private static final String COUNTY = "620102";
    private static final Instant START = Instant.parse("2020-03-01T00:00:00Z");

    private static AsKnownTests context;

    @Autowired
    RiskLevels levels;
    @Autowired
    CountyLists lists;
    @Autowired
    CountyChanges changes;
    @Autowired
    Regions regions;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    PlatformTransactionManager transactions;

    /** What somebody records: hours after the thing before, and hours before or after that in which it takes effect. */
    record Step(Kind kind, RiskLevel level, int later, int ahead) {
    }

    /** What was recorded; {@code number} counts the versions and revisions of a level. */
    record Event(Kind kind, RiskLevel level, int number, Instant recorded, Instant effective) {

        boolean counts(Instant on, Instant known) {
            return !recorded.isAfter(known) && !effective.isAfter(on);
        }
    }

    /** A moment that is asked about and one at which it was known, in hours. */
    record Question(int on, int known) {
    }

    @BeforeContainer
    static void startTheApplication() throws Exception {
        context = new AsKnownTests();
        new TestContextManager(AsKnownTests.class).prepareTestInstance(context);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(Arbitraries.of(Kind.class), Arbitraries.of(RiskLevel.class), Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(-6, 6)).as(Step::new).list().ofMaxSize(14);
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        return Combinators.combine(Arbitraries.integers().between(-8, 44), Arbitraries.integers().between(-1, 44)).as(Question::new).list()
                .ofSize(8);
    }

    @Property(tries = 60)
    void theAnswerIsThatOfANaiveReplay(@ForAll("histories") List<Step> steps, @ForAll("questions") List<Question> questions) {
        replayed(steps, events -> questions.forEach(question -> {
            var on = hour(question.on());
            var known = hour(question.known());
            var level = last(events.stream().filter(event -> event.kind() == Kind.LEVEL && event.counts(on, known))
                    .sorted((a, b) -> a.effective().compareTo(b.effective())));
            assertThat(context.levels.at(COUNTY, on, known).map(found -> found.level() + " since " + found.since()))
                    .isEqualTo(level.map(event -> event.level() + " since " + event.effective()));
            for (var asked : RiskLevel.values()) {
                var list = newest(events, Kind.LIST, asked, on, known);
                var revision = newest(events, Kind.ADAPTATION, asked, on, known);
                assertThat(context.lists.inForce(COUNTY, asked, on, known).map(found -> found.versionLabel()))
                        .isEqualTo(list.map(event -> event.number() + revision.map(adaptation -> "." + adaptation.number()).orElse("")));
            }
        }));
    }

    @Property(tries = 30)
    void whatIsCalledOvertakenIsNeverInForce(@ForAll("histories") List<Step> steps,
            @ForAll @Size(1) List<@IntRange(min = 0, max = 44) Integer> known) {
        replayed(steps, events -> {
            var then = hour(known.getFirst());
            for (var kind : Kind.values()) {
                var told = context.changes.of(kind, context.regions.county(COUNTY).orElseThrow(), then).stream()
                        .map(change -> change.level() + " " + change.effectiveAt() + " " + change.overtaken()).sorted().toList();
                var naive = events.stream().filter(event -> event.kind() == kind && !event.recorded().isAfter(then))
                        .map(event -> event.level() + " " + event.effective() + " " + !everInForce(event, events, then)).sorted().toList();
                assertThat(told).isEqualTo(naive);
            }
        });
    }

    private static boolean everInForce(Event event, List<Event> events, Instant known) {
        return IntStream.rangeClosed(-8, 60).mapToObj(AsKnownTests::hour).anyMatch(on -> (event.kind() == Kind.LEVEL
                ? last(events.stream().filter(other -> other.kind() == Kind.LEVEL && other.counts(on, known))
                        .sorted((a, b) -> a.effective().compareTo(b.effective())))
                : newest(events, event.kind(), event.level(), on, known)).filter(found -> found == event).isPresent());
    }

    private static Optional<Event> newest(List<Event> events, Kind kind, RiskLevel level, Instant on, Instant known) {
        return last(events.stream().filter(event -> event.kind() == kind && event.level() == level && event.counts(on, known)));
    }

    private static Optional<Event> last(Stream<Event> events) {
        return events.reduce((earlier, later) -> later);
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    /** Writes the history into the database, lets it be looked at, and takes it back. */
    private static void replayed(List<Step> steps, Consumer<List<Event>> look) {
        new TransactionTemplate(context.transactions).executeWithoutResult(status -> {
            status.setRollbackOnly();
            look.accept(recorded(steps));
        });
    }

    private static List<Event> recorded(List<Step> steps) {
        var author = context.jdbc.sql("""
                insert into account (login, password_hash, name, role, scope, active, opened_at, sessions_since, version)
                values ('as-known', 'none', '管理员', 'PROVINCE_ADMIN', :scope, true, :at, :at, 0) returning id""")
                .param("scope", PROVINCE).param("at", time(START)).query(Long.class).single();
        var events = new ArrayList<Event>();
        int hours = 0;
        for (var step : steps) {
            hours += step.later();
            // a county asks less only from now on; what is published twice for one moment is refused
            var effective = hour(step.kind() == Kind.ADAPTATION ? hours + Math.abs(step.ahead()) : hours + step.ahead());
            int number = 1 + (int) events.stream().filter(event -> event.kind() == step.kind() && event.level() == step.level()).count();
            var event = new Event(step.kind(), step.level(), number, hour(hours), effective);
            if (step.kind() != Kind.LIST || events.stream().noneMatch(other -> other.kind() == Kind.LIST && other.level() == event.level()
                    && other.effective().equals(event.effective()))) {
                events.add(event);
                insert(event, author);
            }
        }
        return events;
    }

    private static void insert(Event event, long author) {
        var statements = switch (event.kind()) {
            case LEVEL -> List.of("""
                    insert into risk_level_change (county, level, effective_at, notice, set_by, recorded_at)
                    values (:county, :level, :effective, '通告', :author, :recorded)""");
            case LIST ->
                List.of("""
                        insert into condition_list (province, level, version, state, content, basis, reason, started_at, started_by)
                        values (:province, :level, :number, 'DRAFT', '{"categories": [], "facts": [], "items": []}', '依据', '原因', \
                        :recorded, :author)""",
                        """
                                update condition_list set state = 'PUBLISHED', effective_at = :effective, published_at = :recorded,
                                    published_by = :author,
                                asked_at = :recorded, asked_by = :author, correction = :effective < :recorded
                                where province = :province and level = :level and version = :number""");
            case ADAPTATION -> List.of("""
                    insert into county_adaptation (county, level, revision, adaptation, reason, effective_at, recorded_at, recorded_by)
                    values (:county, :level, :number, '{}', '原因', :effective, :recorded, :author)""");
        };
        statements.forEach(statement -> context.jdbc.sql(statement).param("county", COUNTY).param("province", PROVINCE)
                .param("level", event.level().name())
                .param("number", event.number()).param("effective", time(event.effective())).param("recorded", time(event.recorded()))
                .param("author", author).update());
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
