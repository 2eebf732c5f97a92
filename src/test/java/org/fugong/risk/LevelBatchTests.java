package org.fugong.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Trail;
import org.fugong.risk.LevelBatchReading.Column;
import org.fugong.risk.LevelBatchReading.Fault;
import org.fugong.risk.LevelBatchReading.Line;
import org.fugong.web.NotFound;
import org.fugong.web.table.FileFault;
import org.fugong.web.table.TableFault;
import org.fugong.web.table.TableProblem;
import org.fugong.web.table.Workbooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Levels of many counties from one table. */
@WebTest
@Transactional
class LevelBatchTests {

    private static final Instant NOW = Instant.parse("2020-03-22T02:00:00Z");
    private static final String HEAD = "县区,等级,生效时间,依据文件\n";
    private static final String XINGQING = "640104";
    private static final String JINFENG = "640106";

    @Autowired
    LevelTables tables;
    @Autowired
    LevelBatching batching;
    @Autowired
    LevelForesight foresight;
    @Autowired
    RiskLevels levels;
    @Autowired
    AccountOpening opening;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    private Actor admin;

    @BeforeEach
    void admin() {
        clock.set(NOW);
        admin = opening.open("batch-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    static Stream<Arguments> encodings() {
        return Stream.of(Arguments.of(StandardCharsets.UTF_8, ""), Arguments.of(StandardCharsets.UTF_8, "\uFEFF"),
                Arguments.of(Charset.forName("GB18030"), ""));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void aTableIsReadInTheEncodingsOfSpreadsheets(Charset charset, String mark) {
        var read = read(
                (mark + HEAD + "640104,中,,宁应指〔2020〕9号\r\n兴庆区,low,2020/3/23 8:00,\"宁应指,10号\"\r\n640106 金凤区,HIGH,2020-03-24,通知\n640121,,,\n")
                        .getBytes(charset));
        assertThat(read.problems()).isEmpty();
        assertThat(read.lines()).containsExactly(new Line(2, XINGQING, RiskLevel.MEDIUM, null, "宁应指〔2020〕9号"),
                new Line(3, XINGQING, RiskLevel.LOW, Instant.parse("2020-03-23T00:00:00Z"), "宁应指,10号"),
                new Line(4, JINFENG, RiskLevel.HIGH, Instant.parse("2020-03-23T16:00:00Z"), "通知"));
    }

    @ParameterizedTest
    @CsvSource({
            "'',中,,COUNTY,NO_COUNTY", "999999,中,,COUNTY,UNKNOWN_COUNTY", "某某区,中,,COUNTY,UNKNOWN_COUNTY", "兴,中,,COUNTY,UNKNOWN_COUNTY",
            "620102,中,,COUNTY,OTHER_PROVINCE", "兴庆区,很高,,LEVEL,UNKNOWN_LEVEL", "兴庆区,,2020-03-23,LEVEL,UNKNOWN_LEVEL",
            "兴庆区,中,明天,TIME,NO_TIME", "兴庆区,中,2020-02-30,TIME,NO_TIME", "兴庆区,中,2020-03-22 10:00,TIME,PAST",
            "兴庆区,中,2020-03-21,TIME,PAST", "兴庆区,中,2021-03-24,TIME,FAR", "兴庆区,中,2999-01-01,TIME,FAR"})
    void whatCannotBeIsToldAtItsCell(String county, String level, String time, Column column, Fault fault) {
        var read = read(HEAD + "金凤区,低,,通知\n" + county + "," + (level == null ? "" : level) + "," + (time == null ? "" : time) + ",通知\n");
        assertThat(read.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isEqualTo(3);
            assertThat(problem.column()).isEqualTo(column);
            assertThat(problem.head()).isEqualTo(HEAD.strip().split(",")[column.ordinal()]);
            assertThat(problem.fault()).isEqualTo(fault);
        });
    }

    @Test
    void everyProblemOfATableIsToldAtOnce() {
        assertThat(read(HEAD + "某某区,很高,明天,\n兴庆区,中,,通知\n640104,低,,通知\n兴庆区,中,," + "长".repeat(201)).problems())
                .extracting(problem -> problem.row() + " " + problem.fault())
                .containsExactly("2 UNKNOWN_COUNTY", "2 UNKNOWN_LEVEL", "2 NO_TIME", "2 NO_NOTICE", "4 TWICE", "5 UNFIT_NOTICE");
    }

    static Stream<Arguments> files() {
        var bomb = "0".repeat(9 * 1024 * 1024);
        return Stream.of(
                Arguments.of("nothing", new byte[0], FileFault.EMPTY),
                Arguments.of("only a head", HEAD.getBytes(StandardCharsets.UTF_8), Fault.NOTHING),
                Arguments.of("the template as it is", (HEAD + "640104 兴庆区,,,\n").getBytes(StandardCharsets.UTF_8), Fault.NOTHING),
                Arguments.of("no head", "兴庆区,中,,通知\n".getBytes(StandardCharsets.UTF_8), FileFault.NO_HEAD),
                Arguments.of("a picture", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, (byte) 0xFF}, FileFault.ENCODING),
                Arguments.of("an old workbook",
                        new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0},
                        FileFault.OLD_EXCEL),
                Arguments.of("macros", Workbooks.of("", "xl/vbaProject.bin", "x"), FileFault.MACROS),
                Arguments.of("a bomb", Workbooks.of("", "xl/sharedStrings.xml", bomb), FileFault.TOO_LARGE),
                Arguments.of("a cell far out", Workbooks.of(Workbooks.row(1, Workbooks.text("ZZZZZZ1", "县区"))), FileFault.NO_TABLE),
                Arguments.of("half a workbook", Arrays.copyOf(Workbooks.of(""), 300), FileFault.NO_TABLE),
                Arguments.of("an unfinished quote", (HEAD + "\"兴庆区,中,,通知\n").getBytes(StandardCharsets.UTF_8), FileFault.QUOTE));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aFileThatIsNoTableIsRefused(String what, byte[] file, TableFault fault) {
        assertThat(read(file).problems()).extracting(TableProblem::fault).containsExactly(fault);
    }

    @Test
    void rowsAreCountedBeforeTheyAreTooMany() {
        var rows = IntStream.range(0, 10_000).mapToObj(i -> "某某区,中,,通知\n").collect(Collectors.joining());
        var problems = read(HEAD + rows).problems();
        assertThat(problems).hasSize(LevelTables.MOST + 1);
        assertThat(problems.getLast()).isEqualTo(new TableProblem(LevelTables.MOST + 2, null, "", FileFault.TOO_MANY, "", "500"));
    }

    @Test
    void aSheetIsReadWithTheResultsOfItsFormulasAndItsDatesTypedOrWritten() {
        var read = read(Workbooks.of(Workbooks.row(1, Workbooks.text("A1", "县区"), Workbooks.text("B1", "等级"),
                Workbooks.text("C1", "生效时间"), Workbooks.text("D1", "依据文件"))
                + Workbooks.row(4, Workbooks.number("A4", "640104"), Workbooks.formula("B4", "UPPER(\"low\")", "LOW"),
                        Workbooks.number("C4", "43913.5"), Workbooks.text("D4", "通知"))
                + Workbooks.row(5, Workbooks.text("A5", "金凤"), Workbooks.text("B5", "高"), Workbooks.text("C5", "2020年3月24日 8:00"),
                        Workbooks.text("D5", "通知"))
                + Workbooks.row(6, Workbooks.text("A6", "宁东"), Workbooks.text("B6", "高"), Workbooks.text("C6", "2020/3/24"),
                        Workbooks.text("D6", "通知"))));
        assertThat(read.problems()).isEmpty();
        assertThat(read.lines()).containsExactly(new Line(4, XINGQING, RiskLevel.LOW, Instant.parse("2020-03-23T04:00:00Z"), "通知"),
                new Line(5, JINFENG, RiskLevel.HIGH, Instant.parse("2020-03-24T00:00:00Z"), "通知"),
                new Line(6, "649901", RiskLevel.HIGH, Instant.parse("2020-03-23T16:00:00Z"), "通知"));
    }

    @Test
    void aBatchSetsNothingUntilItIsConfirmedAndThenAllOfIt() {
        var batch = batching.propose(read(HEAD + "兴庆区,高,2020-03-25,通知三\n兴庆区,中,,通知一\n金凤区,高,,通知二").lines(), admin);
        assertThat(levels.now(XINGQING).level()).isEqualTo(RiskLevel.LOW);
        assertThat(batching.stale(batch)).isEmpty();

        batching.confirm(batch.id(), admin);
        assertThat(levels.now(XINGQING).level()).isEqualTo(RiskLevel.MEDIUM);
        assertThat(levels.now(JINFENG).level()).isEqualTo(RiskLevel.HIGH);
        assertThat(levels.coming(List.of(XINGQING)).get(XINGQING)).extracting(CountyLevel::notice).containsExactly("通知三");
        assertThat(batching.changes(batch)).extracting(RiskLevelChange::notice).containsExactly("通知一", "通知三", "通知二");
        assertThat(trail.of("level-batch:" + batch.id())).extracting(entry -> entry.action())
                .containsExactly("level-batch.proposed", "level-batch.confirmed");
        assertThat(foresight.compared(batching.changes(batch).getFirst().id()))
                .allSatisfy(one -> assertThat(one.foreseen()).isNotNull());
    }

    @Test
    void aBatchIsConfirmedOnce() {
        var batch = batching.propose(read(HEAD + "兴庆区,中,,通知").lines(), admin);
        batching.confirm(batch.id(), admin);
        batching.confirm(batch.id(), admin);
        assertThat(levels.changes(XINGQING)).hasSize(2);
    }

    @Test
    void oneCountyThatWasSetInBetweenHoldsBackAll() {
        var batch = batching.propose(read(HEAD + "兴庆区,中,,通知\n金凤区,高,,通知").lines(), admin);
        levels.set(JINFENG, RiskLevel.MEDIUM, NOW, "另一份通知", admin);
        assertThat(batching.stale(batch)).extracting(stale -> stale.line().county()).containsExactly(JINFENG);
        assertThatThrownBy(() -> batching.confirm(batch.id(), admin)).isInstanceOf(LevelBatching.Overtaken.class);
        assertThat(levels.now(XINGQING).level()).isEqualTo(RiskLevel.LOW);
    }

    @Test
    void aTimeThatHasPassedMeanwhileHoldsBackAll() {
        var batch = batching.propose(read(HEAD + "兴庆区,中,2020-03-22 11:00,通知\n金凤区,高,,通知").lines(), admin);
        clock.set(Instant.parse("2020-03-22T03:00:00Z"));
        assertThat(batching.stale(batch)).singleElement().matches(LevelBatching.Stale::passed);
        assertThatThrownBy(() -> batching.confirm(batch.id(), admin)).isInstanceOf(LevelBatching.Overtaken.class);
    }

    @Test
    void anotherProvinceFindsNoBatch() {
        var batch = batching.propose(read(HEAD + "兴庆区,中,,通知").lines(), admin);
        var other = new Actor(admin.accountId(), "batch-other", "别人", Role.PROVINCE_ADMIN, "620000");
        assertThatThrownBy(() -> batching.of(other, batch.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> batching.confirm(batch.id(), other)).isInstanceOf(NotFound.class);
    }

    @Test
    void whatWasProposedCannotBeChangedBySql() {
        var batch = batching.propose(read(HEAD + "兴庆区,中,,通知").lines(), admin);
        assertThatThrownBy(() -> jdbc.sql("update level_batch set lines = '{}' where id = ?").param(batch.id()).update())
                .isInstanceOf(DataAccessException.class);
    }

    private LevelBatchReading read(String table) {
        return read(table.getBytes(StandardCharsets.UTF_8));
    }

    private LevelBatchReading read(byte[] file) {
        return tables.read(file, "640000");
    }
}
