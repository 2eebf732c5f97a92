package org.fugong.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.draw.DrawResult.Course;
import org.fugong.draw.DrawRule.StratumShare;
import org.fugong.draw.recomputation.DocumentedDraw;
import org.fugong.draw.recomputation.Stratum.Share;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.SubmittedFilings;
import org.fugong.inspection.CheckCaps;
import org.fugong.inspection.Inspectors;
import org.fugong.inspection.Interest;
import org.fugong.inspection.Interests;
import org.fugong.inspection.PositiveList;
import org.fugong.inspection.PositiveListing;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Dates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class DrawsTests {

    private static final String COUNTY = "640522";
    /** Early in a year, so that what happens within weeks is one year's. */
    private static final Instant NOW = Instant.parse("2027-03-03T01:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 3);

    @Autowired
    DrawFixtures fixtures;
    @Autowired
    DrawAnnouncement announcement;
    @Autowired
    Draws draws;
    @Autowired
    PoolFile files;
    @Autowired
    SubmittedFilings filings;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    Interests interests;
    @Autowired
    PositiveList positiveList;
    @Autowired
    CheckCaps caps;
    @Autowired
    StaffFixtures staff;
    @Autowired
    TestClock clock;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;

    private List<Actor> inspectors;
    private Actor official;

    @BeforeEach
    void aCountyWithInspectors() {
        clock.set(NOW);
        inspectors = fixtures.county(COUNTY);
        official = inspectors.getFirst();
    }

    @AfterEach
    void theTimeGoesOn() {
        clock.reset();
    }

    private List<SubmittedFilings.One> firms(int count) {
        return IntStream.range(0, count).mapToObj(i -> fixtures.checked(COUNTY, "海原演示" + i + "有限公司")).toList();
    }

    private List<DrawResult> revealed(Draw draw) {
        clock.set(draw.revealAt());
        fixtures.reveal(draw);
        entities.flush();
        return draws.results(draw.id(), 0, 1_000);
    }

    @Test
    void aDrawIsMadeAtItsTimeAndComesOutAsAnyoneComputesIt() throws IOException {
        firms(7);
        var draw = fixtures.announced(official, DrawFixtures.rule(3));
        assertThat(draw.no()).isEqualTo("640522-2027-0001");
        assertThat(draw.firms()).isEqualTo(7);
        assertThat(draws.revealedSeed(draw.id())).isEmpty();
        assertThatThrownBy(() -> fixtures.reveal(draw)).isInstanceOf(IllegalStateException.class);
        assertThat(draws.findByNo(draw.no())).map(Draw::state).contains(Draw.State.ANNOUNCED);

        var results = revealed(draw);
        var seed = draws.revealedSeed(draw.id()).orElseThrow();
        var pool = new String(files.read(draw.id(), draw.head()).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(results.stream().map(DrawResult::line)).hasSize(3).isEqualTo(DocumentedDraw.result(seed.hex(), pool));
        assertThat(seed.hash()).isEqualTo(draw.seedHash());
        assertThat(results).allSatisfy(result -> assertThat(result.inspectors()).hasSize(2));
    }

    @Test
    void whatIsDrawnIsCheckedAndFirmsAndInspectorsAreTold() {
        firms(5);
        var results = revealed(fixtures.announced(official, DrawFixtures.rule(2)));
        assertThat(results).extracting(DrawResult::course).containsOnly(Course.OPENED);
        for (var result : results) {
            var check = jdbc.sql("select opened_for || ' ' || state || ' ' || due_on from verification where id = ?")
                    .param(result.verificationId()).query(String.class).single();
            // ten working days after Thursday, 4 March
            assertThat(check).isEqualTo("DRAWN PLANNED 2027-03-18");
            assertThat(jdbc.sql("select due_on from filing where no = ?").param(result.filingNo()).query(LocalDate.class).single())
                    .isEqualTo(LocalDate.of(2027, 3, 18));
            assertThat(jdbc.sql("select count(*) from notice where key = 'notice.drawn' and link like ?")
                    .param("%" + result.filingNo() + "%").query(Integer.class).single()).isEqualTo(1);
            assertThat(jdbc.sql("select count(*) from notice where key = 'notice.staff.drawn' and link = ?")
                    .param("/desk/verifications/" + result.verificationId()).query(Integer.class).single()).isEqualTo(2);
        }
    }

    @Test
    void doneAgainAfterAKillItChangesNothing() {
        firms(3);
        var draw = fixtures.announced(official, DrawFixtures.rule(2));
        var first = revealed(draw);
        fixtures.reveal(draw);
        assertThat(draws.results(draw.id(), 0, 10)).isEqualTo(first);
        assertThat(jdbc.sql("select count(*) from verification where opened_for = 'DRAWN' and county = ?").param(COUNTY)
                .query(Integer.class).single()).isEqualTo(2);
    }

    @Test
    void noTwoDrawsHaveTheSameSeedAndTheyCountFromOneInAYear() {
        firms(3);
        var one = fixtures.announced(official, DrawFixtures.rule(1));
        var other = fixtures.announced(official, DrawFixtures.rule(1));
        assertThat(other.seedHash()).isNotEqualTo(one.seedHash());
        assertThat(other.no()).isEqualTo("640522-2027-0002");
    }

    @Test
    void aFilingThatIsWithdrawnMeanwhileStaysInTheResultAndIsNotChecked() throws IOException {
        var firms = firms(3);
        var draw = fixtures.announced(official, DrawFixtures.rule(3));
        withdrawal.withdraw(firms.get(1).actor(), firms.get(1).no());
        var results = revealed(draw);
        assertThat(results).hasSize(3);
        assertThat(results.stream().filter(result -> result.course() == Course.ENDED).map(DrawResult::filingNo))
                .containsExactly(firms.get(1).no());
        var seed = draws.revealedSeed(draw.id()).orElseThrow().hex();
        assertThat(results.stream().map(DrawResult::line)).isEqualTo(
                DocumentedDraw.result(seed, new String(files.read(draw.id(), draw.head()).readAllBytes(), StandardCharsets.UTF_8)));
    }

    @Test
    void aCheckThatIsOpenByThenServes() {
        var firm = firms(1).getFirst();
        var draw = fixtures.announced(official, DrawFixtures.rule(1));
        jdbc.sql("""
                insert into verification (filing_id, county, enterprise_id, state, due_on, opened_at, results, ordered_items, version)
                values (?, ?, ?, 'PLANNED', date '2027-03-05', now(), '{"items": {}}', '[]', 0)""")
                .params(firm.id(), COUNTY, firm.firm().id()).update();
        assertThat(revealed(draw)).extracting(DrawResult::course).containsExactly(Course.JOINED);
    }

    @Test
    void ofTwoSitesOfAFirmTheSecondIsLeftAtTheCap() {
        var firm = firms(1).getFirst();
        var second = filings.checklist(firm.firm(), COUNTY, TODAY.plusDays(5));
        fixtures.pass(second.id());
        caps.set(staff.of(Role.COUNTY_ADMIN, COUNTY), 3, -1);
        assertThat(revealed(fixtures.announced(official, DrawFixtures.rule(2)))).extracting(DrawResult::course)
                .containsExactly(Course.OPENED, Course.CAPPED);
    }

    @Test
    void cancelledItStaysWithItsReasonAndIsNeverMade() {
        firms(2);
        var draw = fixtures.announced(official, DrawFixtures.rule(1));
        announcement.cancel(official, draw.no(), "范围选错了");
        assertThat(revealed(draw)).isEmpty();
        assertThat(draws.findByNo(draw.no())).get().satisfies(cancelled -> {
            assertThat(cancelled.state()).isEqualTo(Draw.State.CANCELLED);
            assertThat(cancelled.cancelReason()).isEqualTo("范围选错了");
        });
        assertThatThrownBy(() -> announcement.cancel(official, draw.no(), "再来")).isInstanceOf(DrawRefused.class);
    }

    @Test
    void onceItsTimeHasComeNobodyCancelsIt() {
        firms(2);
        var draw = fixtures.announced(official, DrawFixtures.rule(1));
        clock.set(draw.revealAt());
        assertThatThrownBy(() -> announcement.cancel(official, draw.no(), "结果不好")).isInstanceOf(DrawRefused.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"update draw set seed = repeat('0', 64)", "update draw set reveal_at = reveal_at + interval '1 day'",
            "delete from draw", "update draw_firm set tickets = 9", "delete from draw_firm", "update draw_inspector set number = 'I9'",
            "insert into draw_inspector select draw_id, 'I9', account_id from draw_inspector limit 1",
            "insert into draw_firm select draw_id, 'x', filing_id, enterprise_id, 1, 1, 'x' from draw_firm limit 1",
            "update draw_result set place = 9", "update draw_result set course = 'ENDED', verification_id = null",
            "delete from draw_result",
            "update draw set state = 'ANNOUNCED', revealed_at = null"})
    void theDatabaseLetsNobodyEditOrRepeatADraw(String change) {
        firms(2);
        revealed(fixtures.announced(official, DrawFixtures.rule(1)));
        assertThatThrownBy(() -> jdbc.sql(change).update()).isInstanceOf(DataAccessException.class)
                .rootCause().message().containsPattern("is refused|permission denied");
    }

    @Test
    void whatCouldNotBeMadeIsRefusedWithWords() {
        firms(3);
        refused(DrawFixtures.rule(4), "draw.count.above");
        refused(DrawFixtures.rule(0), "draw.count.none");
        refused(share(Share.RATIO, 0), "draw.ratio.none");
        refused(share(Share.RATIO, 20_000), "draw.ratio.above");
        refused(new DrawRule(PoolScope.ALL, Stratification.NONE, List.of(), List.of(Inspectors.GENERAL), 1), "draw.pool.empty");
        refused(new DrawRule(PoolScope.ALL, Stratification.NONE, DrawFixtures.rule(1).shares(), List.of(), 1), "draw.departments.none");
        refused(new DrawRule(PoolScope.ALL, Stratification.NONE, DrawFixtures.rule(1).shares(), List.of("HEALTH"), 1),
                "draw.inspectors.few");
        refused(new DrawRule(PoolScope.ALL, Stratification.NONE, DrawFixtures.rule(1).shares(), List.of(Inspectors.GENERAL), 11),
                "draw.tickets.bounds");
        refused(new DrawRule(PoolScope.ALL, Stratification.SIZE, List.of(new StratumShare("LARGE", Share.COUNT, 1, 0)),
                List.of(Inspectors.GENERAL), 1), "draw.strata.changed", "draw.stratum.empty");
        assertThatThrownBy(() -> announcement.announce(official, DrawFixtures.rule(1), NOW.plus(Duration.ofHours(23))))
                .isInstanceOfSatisfying(DrawRefused.class, e -> assertThat(keys(e)).containsExactly("draw.time.early"));
        assertThatThrownBy(() -> announcement.announce(official, DrawFixtures.rule(1), NOW.plus(Duration.ofDays(31))))
                .isInstanceOfSatisfying(DrawRefused.class, e -> assertThat(keys(e)).containsExactly("draw.time.late"));
        filings.level(COUNTY, RiskLevel.LOW);
        refused(DrawFixtures.rule(1), "draw.low-risk");
    }

    private static DrawRule share(Share share, int amount) {
        return new DrawRule(PoolScope.ALL, Stratification.NONE, List.of(new StratumShare("", share, amount, 0)),
                List.of(Inspectors.GENERAL),
                1);
    }

    private void refused(DrawRule rule, String... keys) {
        assertThatThrownBy(() -> fixtures.announced(official, rule))
                .isInstanceOfSatisfying(DrawRefused.class, e -> assertThat(keys(e)).contains(keys));
    }

    private static List<String> keys(DrawRefused refused) {
        return refused.problems().stream().map(DrawRefused.Problem::key).toList();
    }

    @Test
    void aFirmThatTooFewWouldBeLeftForIsNamed() {
        var firm = firms(2).getFirst();
        interests.declare(inspectors.get(1), Interest.Kind.FIRM, firm.firm().creditCode().value());
        interests.declare(inspectors.get(2), Interest.Kind.STEWARD, firm.firm().creditCode().value());
        assertThatThrownBy(() -> fixtures.announced(official, DrawFixtures.rule(1))).isInstanceOfSatisfying(DrawRefused.class,
                e -> assertThat(e.problems()).anySatisfy(problem -> {
                    assertThat(problem.key()).isEqualTo("draw.inspectors.recused");
                    assertThat(problem.arguments()).contains("海原演示0有限公司");
                }));
    }

    @Test
    void whoseCredentialHasLapsedByTheDayIsNotSent() {
        firms(2);
        fixtures.inspectors(COUNTY, null, 2, TODAY);
        fixtures.inspectors(COUNTY, Department.HEALTH, 2, TODAY.plusYears(1));
        var draw = fixtures.announced(official, DrawFixtures.rule(1));
        assertThat(draw.head().lines().filter(line -> line.startsWith("inspector\t"))).hasSize(3);
        var preview = announcement.preview(official, PoolScope.ALL, Stratification.NONE, TODAY.plusDays(1));
        assertThat(preview.lapsed()).isEqualTo(2);
        assertThat(preview.inspectors()).isEqualTo(Map.of("GENERAL", 3, "HEALTH", 2));
    }

    @Test
    void whatTheyHaveInCommonNarrowsAndDividesThePool() {
        var firms = firms(4);
        jdbc.sql("update enterprise set size_class = 'LARGE' where id = ?").param(firms.getFirst().firm().id()).update();
        var all = announcement.preview(official, PoolScope.ALL, Stratification.INDUSTRY, TODAY);
        assertThat(all.firms()).isEqualTo(4);
        assertThat(all.values()).hasSize(1);
        var industry = all.values().getFirst();
        assertThat(announcement.preview(official, new PoolScope(null, null, industry, null, null, "CHECKLIST", null), Stratification.KIND,
                TODAY).strata()).isEqualTo(Map.of("CHECKLIST", 4));
        assertThat(announcement.preview(official, new PoolScope(null, null, null, null, null, "APPLICATION", null), Stratification.NONE,
                TODAY).firms()).isZero();
        assertThat(announcement.preview(official, new PoolScope(null, "无此园区", null, null, null, null, null), Stratification.NONE,
                TODAY).firms()).isZero();
        assertThat(announcement.preview(official, new PoolScope(null, null, null, null, null, null, 30), Stratification.NONE,
                TODAY).firms()).isZero();
    }

    /** Over draws made up at random: nobody goes where they are recused, and whom the cap or the positive list keeps out is never drawn. */
    @Test
    void recusalCapAndPositiveListAreNeverViolated() {
        var admin = staff.of(Role.COUNTY_ADMIN, COUNTY);
        fixtures.inspectors(COUNTY, null, 4, TODAY.plusYears(1));
        caps.set(admin, 6, -1);
        var firms = firms(12);
        int checked = 0;
        for (int round = 0; round < 12; round++) {
            var random = new Random(round);
            for (var firm : firms) {
                if (random.nextInt(6) == 0) {
                    positiveList.put(admin, firm.firm().creditCode().value(), PositiveListing.Reason.LIVELIHOOD, "保供", clock.instant()
                            .atZone(Dates.ZONE).toLocalDate().plusDays(random.nextInt(4)));
                }
                if (random.nextInt(8) == 0) {
                    interests.declare(inspectors.get(random.nextInt(3)), Interest.Kind.FIRM, firm.firm().creditCode().value());
                }
            }
            var draw = fixtures.announced(official, DrawFixtures.rule(3));
            // listed after the pool was taken
            positiveList.put(admin, firms.get(random.nextInt(12)).firm().creditCode().value(), PositiveListing.Reason.LIVELIHOOD, "保供",
                    draw.revealAt().atZone(Dates.ZONE).toLocalDate());
            for (var result : revealed(draw)) {
                checked += examine(draw, result);
                jdbc.sql("select id from filing where no = ?").param(result.filingNo()).query(Long.class).optional()
                        .ifPresent(fixtures::pass);
            }
        }
        assertThat(checked).isGreaterThan(15);
        assertThat(jdbc.sql("""
                select max(n) from (select count(*) n from verification where county = ? group by enterprise_id) counted""").param(COUNTY)
                .query(Integer.class).single()).isLessThanOrEqualTo(6);
    }

    private int examine(Draw draw, DrawResult result) {
        var today = draw.revealAt().atZone(Dates.ZONE).toLocalDate();
        var code = jdbc.sql("select credit_code from filing where no = ?").param(result.filingNo()).query(String.class).single();
        var sent = jdbc.sql("select account_id from draw_inspector where draw_id = :draw and number in (:numbers)").param("draw", draw.id())
                .param("numbers", result.inspectors()).query(Long.class).list();
        var recused = jdbc.sql("select account_id from inspector_interest where subject = ?").param(code).query(Long.class).list();
        assertThat(sent).hasSize(2).noneMatch(recused::contains);
        var listed = jdbc.sql("""
                select exists (select 1 from positive_listing p join enterprise e on e.id = p.enterprise_id
                    where e.credit_code = ? and ended_at is null and valid_until >= ?)""").params(code, today).query(Boolean.class)
                .single();
        assertThat(result.course() == Course.OPENED && listed).isFalse();
        return result.course() == Course.OPENED ? 1 : 0;
    }

    @Test
    void whatIsLeftOutIsCountedInTheFileOfThePool() {
        var firms = firms(5);
        var admin = staff.of(Role.COUNTY_ADMIN, COUNTY);
        positiveList.put(admin, firms.get(0).firm().creditCode().value(), PositiveListing.Reason.LOW_IMPACT, "好", TODAY.plusDays(9));
        positiveList.put(admin, firms.get(1).firm().creditCode().value(), PositiveListing.Reason.LOW_IMPACT, "已过期", TODAY.minusDays(1));
        filings.checklist(COUNTY, "正在检查有限公司", TODAY.plusDays(5));
        var draw = fixtures.announced(official, DrawFixtures.rule(1));
        assertThat(draw.head().lines().filter(line -> line.startsWith("left-out"))).containsExactly("left-out\topen-check\t1",
                "left-out\tpositive-list\t1");
        assertThat(draw.firms()).isEqualTo(4);
    }
}
