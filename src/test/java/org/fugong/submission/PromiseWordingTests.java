package org.fugong.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.fugong.WebTest;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.condition.ConditionItem;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.FactType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** What is promised of every condition of the first lists, and what stands beside it, reads as a promise. */
@WebTest
@Transactional
class PromiseWordingTests {

    private static final Instant FIRST_LISTS = Instant.parse("2020-03-10T04:00:00Z");
    private static final Pattern NO_PROMISE = Pattern.compile(
            "请|是否|填写|填报|答“|答是|吗|？|\\?|\\b(please|answer (yes|no)|fill|whether|do you|are you|tick|give the)\\b",
            Pattern.CASE_INSENSITIVE);

    @Autowired
    CountyLists lists;
    @Autowired
    CommitmentLetter letters;

    @ParameterizedTest
    @EnumSource
    void noConditionIsAQuestionOrAnInstructionToFillSomethingIn(RiskLevel level) {
        var list = lists.inForce("640122", level, FIRST_LISTS);
        assertThat(list.items()).hasSizeGreaterThan(30);
        for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            for (var item : list.items()) {
                assertThat(texts(list, item, locale)).as(item.code() + " " + locale).isNotEmpty().doesNotContain("")
                        .noneMatch(text -> NO_PROMISE.matcher(text).find());
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"是否已停用指纹考勤", "填写号码", "答“是”", "If you have none, answer yes.", "Please give the number"})
    void whatAsksIsSeen(String text) {
        assertThat(NO_PROMISE.matcher(text).find()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "C01 | 口罩储备满足周转天数，不少于 600 只（100 人 × 每人每日 2 只 × 3 天） | 口罩储备满足周转天数，不少于 拟复工人数 × 每人每日 2 只 × 3 天",
            "C02 | 每个开放入口配备测温设备，不少于 3 支（3 个 × 每个出入口 1 支） | 每个开放入口配备测温设备，不少于 开放出入口数 × 每个出入口 1 支",
            "B06 | 每日测温次数，不少于 2 次/天（有集体宿舍时每日最少测温次数） | 每日测温次数，不少于 2 次/天（有集体宿舍时每日最少测温次数）或 1 次/天（每日最少测温次数）"})
    void theFiguresAreThoseOfTheFirmWhereItsFactsAreKnown(String code, String known, String unknown) {
        var list = lists.inForce("640122", RiskLevel.HIGH, FIRST_LISTS);
        var facts = Map.<String, Object>of("planned_staff", 100.0, "entrances", 3.0, "has_dormitory", true);
        assertThat(letters.promise(list, list.item(code), facts, Locale.SIMPLIFIED_CHINESE)).isEqualTo(known);
        assertThat(letters.promise(list, list.item(code), Map.of(), Locale.SIMPLIFIED_CHINESE)).isEqualTo(unknown);
    }

    /** Everything that the letter and the commitment page say of a condition, with and without the facts of a firm. */
    private List<String> texts(CountyList list, ConditionItem item, Locale locale) {
        var facts = new HashMap<String, Object>();
        list.content().facts().stream().filter(fact -> fact.type() != FactType.TEXT)
                .forEach(fact -> facts.put(fact.name(), fact.type() == FactType.NUMBER ? (Object) 40.0 : true));
        var texts = new ArrayList<String>();
        texts.add(item.help(locale));
        texts.add(letters.promise(list, item, Map.of(), locale));
        texts.add(letters.promise(list, item, facts, locale));
        texts.addAll(item.evidence(locale));
        item.parameters().values().forEach(parameter -> texts.add(parameter.label(locale)));
        return texts;
    }
}
