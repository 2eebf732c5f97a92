package org.fugong.risk;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.region.Regions;
import org.fugong.risk.LevelBatchReading.Column;
import org.fugong.risk.LevelBatchReading.Fault;
import org.fugong.risk.LevelBatchReading.Line;
import org.fugong.web.Dates;
import org.fugong.web.table.FileFault;
import org.fugong.web.table.TableProblem;
import org.fugong.web.table.Workbooks;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** Tables of levels as offices make them. */
@WebTest
class LevelTablesTests {

    private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 27, 10, 0);
    private static final String HEAD = "县区,等级,生效时间,依据文件\n";

    @Autowired
    LevelTables tables;
    @Autowired
    Regions regions;
    @Autowired
    TestClock clock;

    @BeforeEach
    void inNovember() {
        clock.set(NOW.atZone(Dates.ZONE).toInstant());
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
    }

    @AfterEach
    void reset() {
        clock.reset();
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"县区,等级,生效时间,依据文件", "县（区）,风险等级,时间,通告", "县(市、区),风险级别,起始时间,通知", "县市区,级别,日期,文号", "区县,新等级,开始时间,依据",
            "地区,调整后风险等级,生效日期,发文字号", "行政区划,风险等级（低、中、高）,实施时间,文件", "行政区划代码,风险,执行时间,通知文号", "County,Level,Time of effect,Notice",
            "county,Risk Level,effective,notice", "DISTRICT,risk_level,Effective Date,Document No.", "Region,LEVEL,Date,Reference",
            " 县 区 ,等　级,生效\t时间,依据文件："})
    void aColumnIsKnownByAnyOfItsNames(String head) {
        assertThat(read(head + "\n640106,中,2026-12-20,9号\n")).containsExactly("640106 MEDIUM 2026-12-20T00:00 9号");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"银川市金凤区,640106", "宁夏银川市金凤区,640106", "金凤区,640106", "金凤,640106", "640106000000,640106", "640106,640106",
            "６４０１０６,640106", "6.40106E+11,640106", "640106 金凤区,640106", "Jinfeng District,640106", "宁东,649901", "吴忠市利通区,640302"})
    void aCountyIsWrittenAsPeopleWriteIt(String written, String code) {
        assertThat(read(HEAD + written + ",中,,9号\n")).containsExactly(code + " MEDIUM null 9号");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"低,LOW", "低风险,LOW", "低风险区,LOW", "低风险地区,LOW", "低风险等级,LOW", "低风险县区,LOW", "LOW,LOW", "low risk,LOW", "Low-risk area,LOW",
            "ｌｏｗ,LOW", "中,MEDIUM", "中风险地区,MEDIUM", "中等风险,MEDIUM", "中等,MEDIUM", "Medium,MEDIUM", "MEDIUM RISK,MEDIUM",
            "moderate risk,MEDIUM", "高,HIGH", "高风险,HIGH", "高风险区域,HIGH", "“高”,HIGH", "high,HIGH", "HIGH RISK,HIGH"})
    void aLevelIsCalledAsNoticesCallIt(String written, RiskLevel level) {
        assertThat(read(HEAD + "金凤区," + written + ",,9号\n")).containsExactly("640106 " + level + " null 9号");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"很高", "低中", "中高风险", "低或者中", "无", "1", "lowest", "不低", "风险", "-"})
    void noLevelIsGuessed(String written) {
        assertThat(tables.read((HEAD + "金凤区," + written + ",,9号\n").getBytes(UTF_8), "640000").problems())
                .containsExactly(new TableProblem(2, Column.LEVEL, "等级", Fault.UNKNOWN_LEVEL, written, ""));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"2026.12.20,2026-12-20T00:00", "2026/12/20 上午 8:00:00,2026-12-20T08:00", "2026/12/20 下午 3:30,2026-12-20T15:30",
            "2026年12月20日 8时,2026-12-20T08:00", "2026年12月20日 8时30分,2026-12-20T08:30", "2026-12-20T08:00,2026-12-20T08:00",
            "2026-12-20 8:00,2026-12-20T08:00"})
    void aTimeIsWrittenAsSpreadsheetsWriteIt(String written, LocalDateTime time) {
        assertThat(read(HEAD + "金凤区,中," + written + ",9号\n")).containsExactly("640106 MEDIUM " + time + " 9号");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ':', value = {
            "银川市:SEVERAL_COUNTIES:640104 兴庆区 / 640105 西夏区 / 640106 金凤区 / 640121 永宁县 / 640122 贺兰县 / 640181 灵武市",
            "640104 金凤区:SEVERAL_COUNTIES:640104 兴庆区 / 640106 金凤区", "城关区:OTHER_PROVINCE:''", "兰州市城关区:OTHER_PROVINCE:''",
            "620102:OTHER_PROVINCE:''", "620102000000:OTHER_PROVINCE:''", "石嘴山市兴庆区:UNKNOWN_COUNTY:''", "某某区:UNKNOWN_COUNTY:''",
            "'':NO_COUNTY:''"})
    void aCountyThatIsNotClearIsNotGuessed(String written, Fault fault, String possible) {
        assertThat(tables.read(("标题\n" + HEAD.replace("县区", "县（区）") + written + ",中,,9号\n").getBytes(UTF_8), "640000").problems())
                .containsExactly(new TableProblem(3, Column.COUNTY, "县（区）", fault, written, possible));
    }

    @Test
    void theSheetOfAnOfficeComesInAsItIs() {
        var text = "\uFEFF宁夏回族自治区风险等级调整表\t\t\t\t\n\t\t\t\t\n序号\t县（市、区）\t调整后风险等级\t依据\t起始时间\n"
                + "1\t银川市金凤区\t中风险地区\t\"宁应指\n〔2026〕9号\"\t2026/12/20 上午 8:00:00\n\t\t\t\t\n2\t平罗县\t低风险\t宁应指〔2026〕9号\t\n";
        assertThat(tables.read(text.getBytes(UTF_16LE), "640000"))
                .isEqualTo(tables.read(text.getBytes(Charset.forName("GB18030")), "640000"))
                .satisfies(read -> assertThat(read.problems()).isEmpty())
                .satisfies(read -> assertThat(read.lines()).containsExactly(
                        new Line(4, "640106", RiskLevel.MEDIUM, LocalDateTime.of(2026, 12, 20, 8, 0).atZone(Dates.ZONE).toInstant(),
                                "宁应指 〔2026〕9号"),
                        new Line(6, "640221", RiskLevel.LOW, null, "宁应指〔2026〕9号")));
    }

    @Test
    void aMissingColumnIsNamed() {
        assertThat(tables.read("县区,等级\n金凤区,中\n".getBytes(UTF_8), "640000").problems()).containsExactly(
                new TableProblem(1, Column.TIME, "", FileFault.MISSING_COLUMN, "", ""),
                new TableProblem(1, Column.NOTICE, "", FileFault.MISSING_COLUMN, "", ""));
    }

    @Test
    void severalSheetsAreNamed() {
        var rows = Workbooks.row(1, Workbooks.text("A1", "县区"));
        assertThat(tables.read(Workbooks.of(List.of(new Workbooks.Sheet("上旬", false, rows),
                new Workbooks.Sheet("下旬", false, rows))), "640000").problems())
                .containsExactly(new TableProblem(0, null, "", FileFault.SHEETS, "", "上旬 / 下旬"));
    }

    @Test
    void fullTablesOfUnknownCountiesAreAnswered() {
        var random = new Random(1);
        var rows = IntStream.range(0, LevelTables.MOST)
                .mapToObj(i -> "宁夏" + (char) ('一' + random.nextInt(9000)) + i + "x".repeat(random.nextInt(60)) + "县,中,,9号\n")
                .collect(Collectors.joining());
        assertThat(tables.read((HEAD + rows).getBytes(UTF_8), "640000").problems()).hasSize(LevelTables.MOST)
                .allMatch(problem -> problem.fault() == Fault.UNKNOWN_COUNTY);
    }

    @Test
    void everyCountyOfTheProvinceIsReadBack() {
        var counties = regions.countiesOf("640000");
        var rows = counties.stream().map(county -> county.prefecture() + county.name() + ",中,,9号\n").collect(Collectors.joining());
        assertThat(tables.read((HEAD + rows).getBytes(UTF_8), "640000").lines()).extracting(Line::county)
                .containsExactlyElementsOf(counties.stream().map(county -> county.code()).toList());
    }

    private List<String> read(String table) {
        var read = tables.read(table.getBytes(UTF_8), "640000");
        assertThat(read.problems()).isEmpty();
        return read.lines().stream().map(line -> line.county() + " " + line.level() + " "
                + (line.effectiveAt() == null ? null : line.effectiveAt().atZone(Dates.ZONE).toLocalDateTime()) + " " + line.notice())
                .toList();
    }
}
