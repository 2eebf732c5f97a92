package org.fugong.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.fugong.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenExamplesTest {

    private static final ListContent LIST = Catalogue.read().at("high");

    @ParameterizedTest
    @ValueSource(strings = {"low", "medium", "high"})
    void theExamplesOfTheFirstListsPassAndCoverBothOutcomesOfEveryCondition(String level) {
        var content = Catalogue.read().at(level);
        var tried = GoldenExamples.tried(content);
        assertThat(tried.reasons()).isEmpty();
        assertThat(tried.coverage()).hasSameSizeAs(content.items())
                .allSatisfy((code, coverage) -> assertThat(coverage.complete()).as(code).isTrue());
    }

    @Test
    void anExampleThatComesOutOtherwiseIsNamedWithWhatTheRulesSay() {
        var tried = GoldenExamples.tried(LIST.replacing("C01", item -> item.with(Map.of("days", 300.0))));
        assertThat(tried.failures()).hasSize(2).allSatisfy(failure -> {
            assertThat(failure.item().code()).isEqualTo("C01");
            assertThat(failure.expected()).isEqualTo(Verdict.MET);
            assertThat(failure.found().verdict()).isEqualTo(Verdict.UNMET);
        });
        assertThat(tried.failures(LIST.examples().getFirst())).hasSize(1);
        assertThat(tried.coverage().get("C01")).isEqualTo(new GoldenExamples.Coverage(false, true, true));
        assertThat(tried.reasons().getFirst().message(Locale.CHINA).getArguments()).contains("样样做到的工厂", "C01")
                .contains("需要 60000 只（100 人 × 每人每日 2 只 × 300 天），现有 5000 只，还差 55000 只，请补足，或者把“拟复工人数”减到 8 人");
    }

    @Test
    void anExampleThatNamesWhatTheListDoesNotHaveIsRefusedAtItsPlace() {
        var bad = new Example("坏", Map.of("planned_stuff", 1.0, "entrances", "three", "size", "HUGE", "day", "today"),
                Map.of("C01", "many", "A04", true, "Z99", true), Map.of("Y99", Verdict.MET));
        assertThat(GoldenExamples.tried(LIST.withExamples(List.of(bad, new Example("坏", null, null, null)))).reasons())
                .extracting(Refusal.Reason::field, Refusal.Reason::key).containsExactlyInAnyOrder(
                        fault("planned_stuff", "unknown-fact"), fault("entrances", "mistyped"), fault("size", "mistyped"),
                        fault("day", "mistyped"),
                        fault("C01", "mistyped"), fault("A04", "mistyped"), fault("Z99", "unknown-item"), fault("Y99", "unknown-item"),
                        tuple("examples.坏", "condition.example.twice"));
    }

    @Test
    void anItemThatIsTakenOutIsTakenOutOfTheExamples() {
        assertThat(GoldenExamples.tried(LIST.without("C01")).reasons()).isEmpty();
    }

    @Test
    void whatIsNotKnownIsExpectedToBeUnsure() {
        var example = new Example("刚开始填", Map.of(), Map.of(), Map.of("C01", Verdict.UNSURE, "C07", Verdict.UNSURE, "A04", Verdict.MET));
        assertThat(GoldenExamples.tried(LIST.withExamples(List.of(example))).reasons()).isEmpty();
    }

    private static Tuple fault(String place, String key) {
        return tuple("examples.坏." + place, "condition.example." + key);
    }
}
