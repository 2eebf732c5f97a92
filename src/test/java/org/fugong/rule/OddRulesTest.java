package org.fugong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fugong.condition.Catalogue;
import org.fugong.condition.ListContent;
import org.fugong.condition.Workshop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule that nobody foresaw explains itself, or falls back to the title of its item and the values. */
class OddRulesTest {

    private static final ListContent LIST = Catalogue.read().at("high");

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
            C01 @ f.has_canteen ? (f.has_shuttle ? answer >= 10 : answer >= 5) : answer >= 2 @  @ 3 @ 需要 10 只，现有 3 只，还差 7 只，请补足
            C01 @ f.has_canteen ? (f.has_shuttle ? answer >= 10 : answer >= 5) : answer >= 2 @ has_shuttle=no @ 3 @ 需要 5 只，现有 3 只，还差 2 只，请补足
            C01 @ f.has_canteen ? (f.has_shuttle ? answer >= 10 : answer >= 5) : answer >= 2 @ has_shuttle=? @ 3 @ 先填写“是否有通勤班车”，才能判断
            C01 @ answer > 4 ? f.total_staff < 100 : f.has_shuttle @  @ 5 @ 企业总人数：不超过 99 人，现为 120 人，超出 21 人，请降到 99 人
            C01 @ answer >= (f.has_canteen ? f.planned_staff : f.entrances * 2) @  @ 50 @ 需要 100 只（拟复工人数），现有 50 只，还差 50 只，请补足
            C01 @ answer >= (f.has_canteen ? f.planned_staff : f.entrances * 2) @ has_canteen=no @ 5 @ 需要 6 只（3 个 × 2），现有 5 只，还差 1 只，请补足
            C01 @ answer >= (f.has_canteen ? f.planned_staff : f.entrances * 2) @ has_canteen=? @ 5 @ 先填写“是否有食堂”，才能判断：不少于 100 人或 3 个 × 2
            C01 @ !(answer >= 10)      @  @ 12 @ 不超过 9 只，现为 12 只，超出 3 只，请降到 9 只
            C01 @ !(answer >= 10)      @  @ 8 @ 不超过 9 只，现为 8 只，符合要求
            C01 @ !(answer == 10)      @  @ 10 @ 不应为 10 只，现为 10 只，请换成符合要求的
            C01 @ !(answer > 4 && f.has_canteen) @  @ 5 @ 不超过 4 只，现为 5 只，超出 1 只，请降到 4 只；或者“是否有食堂”应为“否”，现填的是“是”，情况改变后请改填“否”
            C01 @ !(answer > 4 && f.has_canteen) @  @ 3 @ 不超过 4 只，现为 3 只，符合要求
            C01 @ !(answer > 4 || f.has_canteen) @  @ 5 @ 不超过 4 只，现为 5 只，超出 1 只，请降到 4 只；“是否有食堂”应为“否”，现填的是“是”，情况改变后请改填“否”
            C01 @ !!(answer >= 10)     @  @ 5 @ 需要 10 只，现有 5 只，还差 5 只，请补足
            C01 @ !(!(answer >= 10))   @  @ 5 @ 需要 10 只，现有 5 只，还差 5 只，请补足
            C01 @ !(f.has_canteen ? answer > 4 : answer > 2) @  @ 5 @ 不超过 4 只，现为 5 只，超出 1 只，请降到 4 只
            A01 @ !(!answer)           @  @ no @ 填的是“否”，请做到后改填“是”
            A01 @ !answer              @  @ yes @ 填的是“是”，应为“否”，请整改后改填“否”
            D11 @ !(!f.restricted_venue) @  @  @ “是否暂缓开放的密闭聚集场所”应为“是”，现填的是“否”，情况改变后请改填“是”
            C01 @ answer + 1 >= f.entrances * 100 - 2 @  @ 5 @ 不符合：口罩储备满足周转天数（5 只；开放出入口数：3 个）
            C01 @ answer * 2 >= f.planned_staff @  @ 5 @ 需要 50 只（拟复工人数），现有 5 只，还差 45 只，请补足，或者把“拟复工人数”减到 10 人
            C01 @ answer >= f.planned_staff / 10 @  @ 5 @ 需要 10 只（100 人 ÷ 10），现有 5 只，还差 5 只，请补足，或者把“拟复工人数”减到 50 人
            C01 @ answer >= f.planned_staff + f.total_staff @  @ 5 @ 需要 220 只（100 人 + 120 人），现有 5 只，还差 215 只，请补足
            C01 @ answer >= f.planned_staff - f.from_outside @  @ 5 @ 需要 80 只（100 人 − 20 人），现有 5 只，还差 75 只，请补足
            C01 @ answer >= 200 - f.planned_staff @  @ 5 @ 需要 100 只（200 − 100 人），现有 5 只，还差 95 只，请补足
            C01 @ answer in [1, 2]     @  @ 3 @ 应为 1或2，现为 3 只，请从中选择
            C01 @ !(answer in [1, 2])  @  @ 2 @ 不应为 1或2，现为 2 只，请换成符合要求的
            C01 @ answer in [f.entrances, 2] @  @ 7 @ 应为 3 个或2，现为 7 只，请从中选择
            C01 @ answer + 1 in [1, 2] @  @ 7 @ 不符合：口罩储备满足周转天数（7 只）
            A05 @ answer in ['甲', '']  @  @ 丙 @ 应为 甲或空白，现为 丙，请从中选择
            A05 @ answer == '甲'        @  @ 乙 @ 应为 甲，现为 乙，请改为 甲
            A05 @ answer != '甲'        @  @ 甲 @ 不应为 甲，现为 甲，请换成符合要求的
            A05 @ '甲' == answer        @  @ 乙 @ 应为 甲，现为 乙，请改为 甲
            A05 @ answer == ''         @  @ 乙 @ 应为 空白，现为 乙，请改为 空白
            A05 @ f.industry == answer @ industry=C27 @ C26 @ 不符合：专职联络员与24小时电话（行业大类代码 (GB/T 4754)：C27；C26）
            A05 @ f.size in ['SMALL', 'MICRO'] @ size=LARGE @ 甲 @ 规模：应为 小型或微型，现为 大型，请从中选择
            A05 @ f.key_class != 'GENERAL' @ key_class=GENERAL @ 甲 @ 重点类别：不应为 一般企业，现为 一般企业，请换成符合要求的
            A05 @ answer > 'b'         @  @ a @ 不符合：专职联络员与24小时电话（a）
            F01 @ answer >= '2020-03-01' @  @ 2020-02-20 @ 不早于 2020年3月1日，现为 2020年2月20日，2020年3月1日及以后的日期即可
            F01 @ answer < '2020-03-01' @  @ 2020-03-20 @ 早于 2020年3月1日，现为 2020年3月20日，2020年2月29日及以前的日期即可
            F01 @ answer >= 'soon'     @  @ 2020-02-20 @ 不早于 soon，现为 2020年2月20日，请换成符合要求的
            F01 @ age >= 7             @ day=2020-03-22 @ 2020-03-20 @ 距填报之日：不少于 7 天，现为 2 天（2020年3月20日），还差 5 天，2020年3月15日及以前的日期即可
            F01 @ age == 7             @ day=2020-03-22 @ 2020-03-20 @ 距填报之日：应为 7 天，现为 2 天（2020年3月20日），请改为 2020年3月15日
            F01 @ age < 7.5            @ day=2020-03-22 @ 2020-03-02 @ 距填报之日：不超过 7 天，现为 20 天（2020年3月2日），超出 13 天，2020年3月15日及以后的日期即可
            F01 @ age >= 100000000000  @ day=2020-03-22 @ 2020-03-02 @ 距填报之日：不少于 100000000000 天，现为 20 天（2020年3月2日），还差 99999999980 天，请换成符合要求的
            C01 @ 100 <= answer        @  @ 40 @ 需要 100 只，现有 40 只，还差 60 只，请补足
            C01 @ 100 == answer        @  @ 40 @ 应为 100 只，现为 40 只，请改为 100 只
            C08 @ answer > 2.5         @  @ 2.5 @ 多于 2.5 平方米/人，现为 2.5 平方米/人，请达到 2.5 平方米/人 以上
            C08 @ answer < 2.5         @  @ 2.5 @ 少于 2.5 平方米/人，现为 2.5 平方米/人，请降到 2.5 平方米/人 以下
            C01 @ answer >= 10 && (answer <= 20 || f.has_shuttle) && !f.has_canteen @  @ 25 @ “是否有食堂”应为“否”，现填的是“是”，情况改变后请改填“否”
            C01 @ (answer >= 10 && f.has_dormitory) || (answer >= 5 && !f.has_canteen) @  @ 4 @ （需要 10 只，现有 4 只，还差 6 只，请补足）；或者（需要 5 \
            只，现有 4 只，还差 1 只，请补足；“是否有食堂”应为“否”，现填的是“是”，情况改变后请改填“否”）
            C01 @ answer >= 10 || f.restricted_venue @  @ 4 @ 需要 10 只，现有 4 只，还差 6 只，请补足；或者“是否暂缓开放的密闭聚集场所”应为“是”，现填的是“否”，情况改变后请改填“是”
            C01 @ answer >= 10 || f.restricted_venue @ restricted_venue=? @ 4 @ 先填写“是否暂缓开放的密闭聚集场所”，才能判断
            C01 @ answer >= 10 && f.restricted_venue @ restricted_venue=? @ 4 @ 需要 10 只，现有 4 只，还差 6 只，请补足
            C01 @ answer >= 10 && false @  @ 40 @ 不符合：口罩储备满足周转天数
            C01 @ answer >= 10 || true @  @ 4 @ 已填写
            C01 @ (answer > 3) == f.has_canteen @  @ 2 @ 不符合：口罩储备满足周转天数（2 只；是否有食堂：是）
            C01 @ f.has_canteen == false @  @ 2 @ 是否有食堂：应为 否，现为 是，请改为 否
            C01 @ f.has_canteen != f.has_shuttle @  @ 2 @ 不符合：口罩储备满足周转天数（是否有食堂：是；是否有通勤班车：是）
            C01 @ [answer] == [f.entrances] @  @ 2 @ 不符合：口罩储备满足周转天数（2 只；开放出入口数：3 个）
            C01 @ f.planned_staff * p.days <= answer @  @ 200 @ 需要 300 只（100 人 × 3 天），现有 200 只，还差 100 只，请补足，或者把“拟复工人数”减到 66 人
            C01 @ answer > f.planned_staff @  @ 60 @ 需要 101 只（拟复工人数），现有 60 只，还差 41 只，请补足
            """)
    void anOddRuleExplainsItself(String code, String rule, String facts, String answer, String sentence) {
        assertThat(find(code, rule, facts, answer).zh()).isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', quoteCharacter = '`', textBlock = """
            !(answer > 4 && f.has_canteen) @ 5 @ At most 4 masks, given 5, 1 over; please bring it down to 4 masks; or “Is there a \
            canteen?” should be “no” and is answered “yes”; once this has changed, answer “no”
            !(answer in [1, 2])            @ 2 @ Must not be 1 or 2, given 2 masks; please change it to what is asked for
            answer in [1, 2]               @ 3 @ Must be 1 or 2, given 3 masks; please choose from these
            answer == 10                   @ 3 @ Must be 10 masks, given 3; please change it to 10 masks
            answer + 1 >= f.entrances * 9  @ 3 @ Not met: Masks in stock (3 masks; Entrances in use: 3 entrances)
            answer >= 10 && false          @ 30 @ Not met: Masks in stock
            """)
    void anOddRuleExplainsItselfInEnglish(String rule, String answer, String sentence) {
        assertThat(find("C01", rule, null, answer).en()).isEqualTo(sentence);
    }

    private static Finding find(String code, String rule, String facts, String answer) {
        var item = LIST.item(code).orElseThrow();
        var ruled = item.judgedBy(new RuleDefinition(item.answer(), item.options(), rule, item.parameters()));
        return Rules.compile(LIST.withItems(List.of(ruled))).check(ruled, Workshop.facts(facts), Workshop.value(answer));
    }

    @Test
    void figuresBeyondMeasureAreNoError() {
        var item = LIST.item("C01").orElseThrow()
                .judgedBy(new RuleDefinition(AnswerType.NUMBER, List.of(), "answer * 1000 >= f.planned_staff", Map.of()));
        var facts = Map.of("planned_staff", 1e300);
        assertThat(Rules.compile(LIST.withItems(List.of(item))).check(item, facts, 1e280).zh()).contains("请补足，或者把“拟复工人数”减到 1");
    }

    @Provide
    Arbitrary<GeneratedRule> rules() {
        return Arbitraries.randomValue(random -> GeneratedRule.of(new Random(random.nextLong())));
    }

    @Property(tries = 2_000)
    void whateverTheRuleAndTheValuesTheFindingIsSaid(@ForAll("rules") GeneratedRule rule) {
        var rules = Rules.compile(rule.list());
        var finding = rules.check(rule.item(), rule.facts(), rule.answered());
        assertThat(List.of(finding.zh(), finding.en())).as(rule.toString())
                .allSatisfy(sentence -> assertThat(sentence).isNotBlank().doesNotContain("null", "{", "}", "condition.", "_", "@", "()",
                        "（）", "Infinity", "NaN"));
        assertThat(rules.check(rule.item(), Map.of(), null).verdict()).isNotNull();
    }
}
