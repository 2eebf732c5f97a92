package org.fugong.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.condition.Catalogue;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;
import org.fugong.condition.Workshop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RulesTest {

    private static final ListContent LIST = Catalogue.read().at("high");
    private static final Rules RULES = Rules.compile(LIST);

    @ParameterizedTest(name = "{0} with {1} answered {2} is {3}")
    @CsvFileSource(resources = "/data/condition-verdicts.csv", numLinesToSkip = 2, ignoreLeadingAndTrailingWhitespace = false)
    void everyConditionIsJudgedAtItsBounds(String code, String facts, String answer, Verdict verdict) {
        assertThat(check(code, facts, answer).verdict()).isEqualTo(verdict);
    }

    @Test
    void theTableOfVerdictsCoversAllConditions() throws IOException {
        try (var table = getClass().getResourceAsStream("/data/condition-verdicts.csv")) {
            var codes = new String(table.readAllBytes()).lines().skip(2).map(line -> line.substring(0, 3)).collect(Collectors.toSet());
            assertThat(codes).hasSize(45).containsExactlyInAnyOrderElementsOf(LIST.items().stream().map(ConditionItem::code).toList());
        }
    }

    @Test
    void everyVerdictIsExplainedInBothLanguages() {
        for (var item : LIST.items()) {
            for (var answer : new Object[]{null, 450, true, false, "0951-2024116", ""}) {
                var finding = RULES.check(item, Workshop.facts(null), answer);
                assertThat(finding.zh()).as(item.code()).isNotBlank().doesNotContain("null", "condition.", "p.", "f.", "[", ".0 ");
                assertThat(finding.en()).as(item.code()).isNotBlank().doesNotContain("null", "condition.", " p.", " f.", "[")
                        .matches("\\p{ASCII}.*|“.*");
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C01 |                                     | 450        | 需要 600 只（100 人 × 每人每日 2 只 × 3 天），现有 450 只，还差 150 \
            只，请补足，或者把“拟复工人数”减到 75 人
            C01 |                                     | 600        | 需要 600 只（100 人 × 每人每日 2 只 × 3 天），现有 600 只，已达到
            C01 |                                     |            | 填写后才能判断：不少于 600 只（100 人 × 每人每日 2 只 × 3 天）
            C01 | planned_staff=?                     | 450        | 先填写“拟复工人数”，才能判断：不少于 拟复工人数 × 每人每日 2 只 × 3 天
            C02 |                                     | 2          | 需要 3 支（3 个 × 每个出入口 1 支），现有 2 支，还差 1 支，请补足，或者把“开放出入口数”减到 2 个
            B01 | roster_count=98                     |            | 花名册在册人数：需要 100 人（拟复工人数），现有 98 人，还差 2 人，请补足，或者把“拟复工人数”减到 98 人
            B02 |                                     | 60         | 需要 100 人（拟复工人数），现有 60 人，还差 40 人，请补足，或者把“拟复工人数”减到 60 人
            B03 | from_high_risk=3                    |            | 来自高风险地区人数：应为 0 人，现为 3 人，请改为 0 人
            B04 | from_outside=0                      |            | 不适用（市外返岗人数：0 人）
            B05 |                                     | 37.5       | 不超过 37.3 °C，现为 37.5 °C，超出 0.2 °C，请降到 37.3 °C
            B06 |                                     | 1          | 不少于 2 次/天（有集体宿舍时每日最少测温次数），现为 1 次/天，还差 1 次/天，请补足
            B09 | roster_declared=90                  |            | 已确认个人健康声明人数：需要 100 人（100 人 × 100%），现有 90 人，还差 10 \
            人，请补足，或者把“拟复工人数”减到 90 人
            C07 |                                     | 8          | 不超过 6 人/间，现为 8 人/间，超出 2 人/间，请降到 6 人/间
            C08 |                                     | 2.25       | 不少于 2.5 平方米/人，现为 2.25 平方米/人，还差 0.25 平方米/人，请补足
            D11 | restricted_venue=yes                |            | “是否暂缓开放的密闭聚集场所”应为“否”，现填的是“是”，情况改变后请改填“否”
            D12 |                                     | 0          | 需要 1 户，现有 0 户，还差 1 户，请补足
            E01 |                                     | 95         | 不少于 100%，现为 95%，还差 5 个百分点，请补足
            A01 |                                     | yes        | 已确认做到
            A01 |                                     | no         | 填的是“否”，请做到后改填“是”
            A01 |                                     |            | 回答“是”或“否”后才能判断
            A05 |                                     | ' '        | 还没有填写，请填写
            A04 |                                     |            | 提交时一并确认
            F01 |                                     | 2020-03-02 | 已填写：2020年3月2日
            C07 | has_dormitory=no                    | 8          | 不适用（是否有集体宿舍：否）
            C07 | has_dormitory=?                     | 8          | 先填写“是否有集体宿舍”，才知道是否适用
            """)
    void theReasonIsGivenInChinese(String code, String facts, String answer, String sentence) {
        assertThat(check(code, facts, answer).text(Locale.SIMPLIFIED_CHINESE)).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            C01 |                      | 450 | Needs 600 masks (100 people × 2 masks per person and day × 3 days), has 450, 150 short; \
            please make up the rest, or lower “Staff planned to resume work” to 75 people
            C01 |                      |     | Fill this in to see the result: at least 600 masks (100 people × 2 masks per person and \
            day × 3 days)
            C02 | entrances=1          | 0   | Needs 1 device (1 entrance × 1 device per entrance), has 0, 1 short; please make up the rest
            B05 |                      | 37.5 | At most 37.3 °C, given 37.5 °C, 0.2 °C over; please bring it down to 37.3 °C
            B09 | roster_declared=90   |     | People with a confirmed personal health declaration: needs 100 people (100 people × \
            100%), has 90, 10 short; please make up the rest, or lower “Staff planned to resume work” to 90 people
            E01 |                      | 95  | At least 100%, given 95%, 5 percentage points short; please make up the rest
            C05 | planned_staff=?      | 1   | Needs 1 room, has 1: enough
            D04 | has_canteen=no       | 1   | Does not apply (Is there a canteen? no)
            """)
    void theReasonIsGivenInEnglish(String code, String facts, String answer, String sentence) {
        assertThat(check(code, facts, answer).text(Locale.ENGLISH)).isEqualTo(sentence);
    }

    @Test
    void theFiguresOfAComparisonAreGivenToo() {
        assertThat(check("C01", null, "450")).extracting(Finding::needed, Finding::given, Finding::gap).containsExactly(600.0, 450.0,
                150.0);
        assertThat(check("C01", null, "601").gap()).isNull();
    }

    @Test
    void aRequirementIsSaidWithoutAnybodysFigures() {
        assertThat(RULES.requirement(LIST.item("C01").orElseThrow(), Locale.SIMPLIFIED_CHINESE)).isEqualTo("不少于 拟复工人数 × 每人每日 2 只 × 3 天");
        assertThat(RULES.requirement(LIST.item("B06").orElseThrow(), Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("不少于 2 次/天（有集体宿舍时每日最少测温次数）或 1 次/天（每日最少测温次数）");
        assertThat(RULES.requirement(LIST.item("A01").orElseThrow(), Locale.SIMPLIFIED_CHINESE)).isEmpty();
    }

    @Test
    void theParametersThatTheItemCarriesCount() {
        var item = LIST.item("C01").orElseThrow();
        assertThat(RULES.check(item.with(Map.of("days", 2.0)), Workshop.facts(null), 450).zh())
                .isEqualTo("需要 400 只（100 人 × 每人每日 2 只 × 2 天），现有 450 只，已达到");
    }

    @Test
    void decimalsAreReckonedAsPeopleReckonThem() {
        assertThat(judge("answer >= f.planned_staff * 0.07", 7).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge("answer + 0.1 <= 0.3", 0.2).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void wholeNumbersMayBeWrittenInARule() {
        assertThat(judge("answer >= 100", 99).zh()).isEqualTo("需要 100 只，现有 99 只，还差 1 只，请补足");
        assertThat(judge("100 <= answer", 100).verdict()).isEqualTo(Verdict.MET);
        assertThat(judge("answer in [1, 2]", 3).verdict()).isEqualTo(Verdict.UNMET);
    }

    @Test
    void aRuleOfSeveralPartsNamesThoseThatFail() {
        assertThat(judge("answer >= 10 && answer <= 20 && f.total_staff < 100", 25).zh())
                .isEqualTo("不超过 20 只，现为 25 只，超出 5 只，请降到 20 只；企业总人数：不超过 99 人，现为 120 人，超出 21 人，请降到 99 人");
        assertThat(judge("f.total_staff < 100 && answer >= 10", 25).zh()).isEqualTo("企业总人数：不超过 99 人，现为 120 人，超出 21 人，请降到 99 人");
        assertThat(judge("answer >= 10 || f.has_canteen", 5).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void whatCannotBeReckonedIsUnsureAndNeverAnError() {
        assertThat(judge("answer / 0 > 1", 5).verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(judge("answer / (f.entrances - 3) > 1", 5).zh()).isEqualTo("按现有数据无法判断，请核对所填内容");
        assertThat(judge("answer >= 1", true).verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(RULES.check(LIST.item("A05").orElseThrow(), Workshop.facts(null), 96168).verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(judge("answer >= 1", Double.NaN).verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(judge("answer >= 1", "many").verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(RULES.check(LIST.item("C01").orElseThrow(), Map.of("planned_staff", "hundred"), 5).verdict()).isEqualTo(Verdict.UNSURE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2020-03-20 | 2020-03-22 | MET    | 距填报之日：不超过 30 天，现为 2 天（2020年3月20日），符合要求 | Days before filing: at most 30 days, given 2 \
            (20 March 2020): met
            2020-02-21 | 2020-03-22 | MET    | 距填报之日：不超过 30 天，现为 30 天（2020年2月21日），符合要求 | Days before filing: at most 30 days, given 30 \
            (21 February 2020): met
            2020-02-20 | 2020-03-22 | UNMET  | 距填报之日：不超过 30 天，现为 31 天（2020年2月20日），超出 1 天，2020年2月21日及以后的日期即可 | Days before filing: at \
            most 30 days, given 31 (20 February 2020), 1 over; a date from 21 February 2020 on will do
            2020-03-23 | 2020-03-22 | UNMET  | 日期不能晚于填报之日，现为 2020年3月23日，2020年3月22日及以前的日期即可 | The date may not be after the day of \
            filing and is 23 March 2020; a date up to 22 March 2020 will do
                       | 2020-03-22 | UNSURE | 填写后才能判断：距填报之日不超过 30 天 | Fill this in to see the result: days before filing: at most 30 days
            2020-03-20 |            | UNSURE | 按现有数据无法判断，请核对所填内容 | Cannot be told from these figures; please check what was filled in
            soon       | 2020-03-22 | UNSURE | 按现有数据无法判断，请核对所填内容 | Cannot be told from these figures; please check what was filled in
            """)
    void aDateIsJudgedByItsAgeOnTheDayOfTheCheck(String answer, String day, Verdict verdict, String zh, String en) {
        var first = LIST.item("F01").orElseThrow();
        var item = first.judgedBy(new RuleShape(RuleShape.Kind.NOT_OLDER, 30.0, null, null).applied(first));
        var finding = Rules.compile(LIST.withItems(List.of(item))).check(item, Workshop.facts("day=" + (day == null ? "?" : day)), answer);
        assertThat(finding).extracting(Finding::verdict, Finding::zh, Finding::en).containsExactly(verdict, zh, en);
    }

    @Test
    void theFactsThatRulesUseAreKnown() {
        assertThat(RULES.factsUsed()).contains("planned_staff", "has_dormitory", "roster_declared").doesNotContain("total_staff",
                "construction_site");
        assertThat(RULES.factsOf("B06")).containsExactly("has_dormitory");
        assertThat(RULES.factsDeciding("B04")).containsExactly("from_outside");
        assertThat(RULES.factsDeciding("B06")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer >= f.planned_stuff                | rule.problem.unknown-near | 11 | f.planned_staff
            answer >= p.day                          | rule.problem.unknown-near | 11 | p.days
            answer >= whatever                       | rule.problem.unknown      | 11 | whatever
            size(answer) > 1                         | rule.problem.function     | 1  | size
            answer                                   | rule.problem.verdict      | 1  | double
            answer == 'x'                            | rule.problem.types        | 8  | (double, string)
            answer >=                                | rule.problem.unfinished   | 10 |
            answer >= (1 + 2                         | rule.problem.missing      | 17 | )
            answer >= 1 )                            | rule.problem.unexpected   | 13 | )
            answer ≥ 1                               | rule.problem.unexpected   | 8  | ≥
            answer >= １００                         | rule.problem.unexpected   | 11 | １
            answer =~ '(a+)+$'                       | rule.problem.unexpected   | 8  | =~
            answer >= 99999999999999999999           | rule.problem.too-large    | 11 |
            answer >= -f.planned_staff               | rule.problem.minus        | 11 |
            -(answer) < 1                            | rule.problem.minus        | 1  |
            [1].all(x, x > 0)                        | rule.problem.function     |    |
            matches(answer, f.industry)              | rule.problem.function     | 1  | matches
            f.industry.matches('(a+)+$')             | rule.problem.function     | 1  | matches
            answer == 1 && f.industry.startsWith('C') | rule.problem.function    | 16 | startsWith
            b'x' == b'y'                             | rule.problem.unreadable   | 0  |
            (((((((((((((((((((((((((((((((((((answer > 1))))))))))))))))))))))))))))))))))) | rule.problem.nested | 31 | 30
            """)
    void aFaultyRuleNamesItsPlaceAndTheNearestName(String rule, String key, Integer place, String argument) {
        var problems = Rules.problems(LIST, withRule(rule));
        assertThat(problems.getFirst().key()).isEqualTo(key);
        assertThat(problems.getFirst().code()).isEqualTo("C01");
        if (place != null) {
            assertThat(problems.getFirst().place()).isEqualTo(place);
        }
        if (argument != null) {
            assertThat(problems.getFirst().arguments()).contains(argument);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer >= 1e400                | rule.problem.too-large
            answer >= 1e300                | rule.problem.too-large
            answer * 1e13 >= 1             | rule.problem.too-large
            answer in [1, -1e400]          | rule.problem.too-large
            answer >= 1/0                  | rule.problem.by-zero
            answer >= f.planned_staff/0    | rule.problem.by-zero
            answer >= 1 / (1 - 1)          | rule.problem.by-zero
            answer / p.days >= 1           | rule.problem.by-zero
            answer / (f.entrances + p.days) >= 1 | rule.problem.by-zero
            answer <= p.days               | rule.problem.direction
            !(answer >= p.days)            | rule.problem.direction
            answer == p.days               | rule.problem.direction
            answer >= 10 - p.days          | rule.problem.direction
            answer >= p.days * (f.total_staff - f.planned_staff) | rule.problem.direction
            p.days > 3 ? answer > 1 : answer > 2 | rule.problem.direction
            answer >= 1 && 1 > 2           | rule.problem.constant
            1 > 2                          | rule.problem.constant
            false                          | rule.problem.constant
            p.days > 1                     | rule.problem.constant
            answer == answer               | rule.problem.constant
            answer + p.days >= answer + p.days | rule.problem.constant
            """)
    void aRuleThatMeansNothingIsRefused(String rule, String key) {
        assertThat(Rules.problems(LIST, withRule(rule))).extracting(RuleProblem::key).containsExactly(key);
    }

    @Test
    void allRulesOfTheFirstListsMakeSense() {
        Rules.proofread(LIST);
        assertThat(Rules.problems(LIST, withRule("true"))).isEmpty();
        assertThat(Rules.problems(LIST, withRule("answer / 100 >= p.days && answer <= 1e12"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer >= 1e400
            answer * 1e400 >= 1
            answer >= 1e300
            answer == 1e308 * p.days
            f.planned_staff * 0.000001 <= 1e308
            """)
    void anOldRuleBeyondMeasureIsStillSaidAndJudgedWithoutAnError(String rule) {
        var item = withRule(rule);
        var rules = Rules.compile(LIST.withItems(List.of(item)));
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(rules.requirement(item, locale)).hasSizeLessThan(100);
        }
        for (var answer : new Object[]{null, 5, -1e308}) {
            assertThat(rules.check(item, Workshop.facts(null), answer).zh()).hasSizeLessThan(150);
        }
    }

    @Test
    void aRuleIsLimitedInLengthAndSize() {
        assertThat(Rules.problems(LIST, withRule("answer > 1 ".repeat(10_000))).getFirst().key()).isEqualTo("rule.problem.long");
        assertThat(Rules.problems(LIST, withRule(" ")).getFirst().key()).isEqualTo("rule.problem.empty");
    }

    static Stream<Arguments> nested() {
        return Stream.of(arguments("", "!", "f.has_canteen", "", 31), arguments("", "! ", "f.has_canteen", "", 61),
                arguments("answer > ", "-", "1", "", 40),
                arguments("0 < ", "-", "answer", "", 35), arguments("", "!(", "f.has_canteen", ")", 61),
                arguments("", "(", "answer > 1", ")", 31),
                arguments("0 < ", "-(", "answer", ")", 65), arguments("answer in ", "[", "1", "]", 41), arguments("", "{", "1", "", 31),
                arguments("", "size(", "answer", ")", 155), arguments("'it\\'s(' == \"(\" || ", "(", "answer > 1", ")", 50),
                arguments("", "1>0?answer>1:", "answer>2", "", 0), arguments("answer > 1", "+1", "", "", 0),
                arguments("answer > 1", "/2", "", "", 0),
                arguments("answer > 1", ">1", "", "", 0), arguments("", "1>0&&", "answer > 1", "", 0),
                arguments("", "1>0||", "answer > 1", "", 0),
                arguments("answer in [", "1,", "1]", "", 0), arguments("answer", "[1]", "", "", 0), arguments("f", ".a", " > 1", "", 0));
    }

    @ParameterizedTest
    @MethodSource("nested")
    void aRuleNestedAThousandTimesIsRefusedWhateverItNests(String before, String nested, String inner, String after, int place) {
        for (int times : new int[]{1_000, 1_900 / (nested.length() + after.length())}) {
            var rule = before + nested.repeat(times) + inner + after.repeat(times);
            boolean tooLong = rule.length() > 2_000;
            assertThat(Rules.problems(LIST, withRule(rule))).singleElement().extracting(RuleProblem::key, RuleProblem::place)
                    .containsExactly(tooLong ? "rule.problem.long" : place > 0 ? "rule.problem.nested" : "rule.problem.deep",
                            tooLong ? 0 : place);
        }
    }

    @Test
    void aListWithFaultyRulesIsRefusedWithAllItsProblems() {
        var items = new ArrayList<>(LIST.items());
        items.replaceAll(item -> List.of("A01", "C01").contains(item.code()) ? with(item, "foo > 1") : item);
        var list = LIST.withItems(items);
        assertThat(org.junit.jupiter.api.Assertions.assertThrows(RuleException.class, () -> Rules.compile(list)).problems())
                .extracting(RuleProblem::code).containsExactly("A01", "C01");
    }

    private static Finding check(String code, String facts, String answer) {
        return RULES.check(LIST.item(code).orElseThrow(), Workshop.facts(facts), Workshop.value(answer));
    }

    private static Finding judge(String rule, Object answer) {
        var item = withRule(rule);
        return Rules.compile(LIST.withItems(List.of(item))).check(item, Workshop.facts(null), answer);
    }

    private static ConditionItem withRule(String rule) {
        return with(LIST.item("C01").orElseThrow(), rule);
    }

    private static ConditionItem with(ConditionItem item, String rule) {
        return new ConditionItem(item.code(), item.category(), item.title(), item.titleEn(), item.ask(), item.askEn(), item.help(),
                item.helpEn(),
                item.answer(), item.unit(), item.options(), item.when(), rule, item.parameters(), item.evidence(), item.evidenceEn(),
                item.use(),
                item.veto(), item.deferral(), item.handling(), item.basis());
    }
}
