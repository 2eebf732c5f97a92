package org.fugong.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.fugong.verification.VerificationFixtures.DEADLINE;
import static org.fugong.verification.VerificationFixtures.FINE;
import static org.fugong.verification.VerificationFixtures.GRAVE;
import static org.fugong.verification.VerificationFixtures.LIST;
import static org.fugong.verification.VerificationFixtures.MINOR;
import static org.fugong.verification.VerificationFixtures.NOW;
import static org.fugong.verification.VerificationFixtures.TODAY;
import static org.fugong.verification.VerificationFixtures.act;
import static org.fugong.verification.VerificationFixtures.conclusion;
import static org.fugong.verification.VerificationFixtures.in;
import static org.fugong.verification.VerificationFixtures.marks;
import static org.fugong.verification.VerificationFixtures.planned;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.fugong.rule.Verdict;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class VerificationTest {

    /** What each act leads to from each state, first in a county that is not at low risk, then in one that is; "-" is refused. */
    private static final String TABLE = """
            act     low    PLANNED   RECTIFY   STOP_WORK  REPORTED  PASSED  CLOSED  GUIDANCE
            record  no     PLANNED   -         -          -         -       -       -
            pass    no     PASSED    -         -          -         -       -       -
            rectify no     RECTIFY   -         -          -         -       -       -
            stop    no     STOP_WORK -         -          -         -       -       -
            guide   no     -         -         -          -         -       -       -
            answer  no     -         REPORTED  REPORTED   -         -       -       -
            close   no     -         CLOSED    CLOSED     CLOSED    -       -       -
            release no     -         -         -          -         -       -       -
            back    no     -         -         -          RECTIFY   -       -       -
            extend  no     -         RECTIFY   STOP_WORK  REPORTED  -       -       -
            lapse   no     CLOSED    CLOSED    CLOSED     CLOSED    -       -       -
            record  yes    PLANNED   -         -          -         -       -       -
            pass    yes    PASSED    -         -          -         -       -       -
            rectify yes    -         -         -          -         -       -       -
            stop    yes    -         -         -          -         -       -       -
            guide   yes    GUIDANCE  -         -          -         -       -       -
            answer  yes    -         REPORTED  REPORTED   -         -       -       -
            close   yes    -         CLOSED    CLOSED     CLOSED    -       -       -
            release yes    -         GUIDANCE  GUIDANCE   GUIDANCE  -       -       -
            back    yes    -         -         -          -         -       -       -
            extend  yes    -         -         -          -         -       -       -
            lapse   yes    CLOSED    CLOSED    CLOSED     CLOSED    -       -       -
            """;

    @TestFactory
    Stream<DynamicTest> eachActLeadsFromEachStateWhereTheTableSays() {
        var lines = TABLE.lines().map(line -> line.strip().split("\\s+")).toList();
        return lines.stream().skip(1).flatMap(line -> Stream.iterate(2, i -> i < line.length, i -> i + 1).map(i -> {
            var from = VerificationState.valueOf(lines.getFirst()[i]);
            return DynamicTest
                    .dynamicTest(line[0] + " when " + from + (line[1].equals("yes") ? " at low risk" : "") + " leads to " + line[i], () -> {
                        var verification = in(from);
                        var acts = acts(line[1].equals("yes"));
                        if (line[i].equals("-")) {
                            assertThatThrownBy(() -> acts.get(line[0]).apply(verification)).isInstanceOfAny(VerificationOvertaken.class,
                                    VerificationRefused.class);
                            assertThat(verification.state()).isEqualTo(from);
                        } else {
                            assertThat(acts.get(line[0]).apply(verification).state()).isEqualTo(VerificationState.valueOf(line[i]));
                            assertThat(verification.dueOn() == null).isEqualTo(!verification.state().open());
                        }
                    });
        }));
    }

    private static Map<String, UnaryOperator<Verification>> acts(boolean lowRisk) {
        var act = act(lowRisk);
        return Map.ofEntries(
                Map.entry("record", v -> v.record(MINOR, LIST)),
                Map.entry("pass", v -> v.conclude(conclusion(Outcome.PASSED), FINE, LIST, DEADLINE, act)),
                Map.entry("rectify", v -> v.conclude(conclusion(Outcome.RECTIFY), MINOR, LIST, DEADLINE, act)),
                Map.entry("stop", v -> v.conclude(conclusion(Outcome.STOP_WORK), GRAVE, LIST, DEADLINE, act)),
                Map.entry("guide", v -> v.conclude(conclusion(Outcome.GUIDANCE), MINOR, LIST, DEADLINE, act)),
                Map.entry("answer", v -> v.answer("已补齐", TODAY.plusDays(7), NOW)),
                Map.entry("close", v -> v.close("现场已看", act)),
                Map.entry("release", v -> v.release(act)),
                Map.entry("back", v -> v.sendBack(v.orderedItems(), "还差一半", TODAY.plusDays(8), DEADLINE, act)),
                Map.entry("extend", v -> v.extend(TODAY.plusDays(9), DEADLINE, act)),
                Map.entry("lapse", v -> v.lapse(NOW)));
    }

    @Test
    void passingNeedsAMarkForEveryItemThatAsksForSomethingAndNoFailure() {
        assertThat(refused(conclusion(Outcome.PASSED), marks("M1", Conformity.CONFORMS))).containsExactly("verification.unmarked");
        assertThat(refused(conclusion(Outcome.PASSED), MINOR)).containsExactly("verification.passed-with-failure");
    }

    @Test
    void anOrderNamesEveryItemThatFails() {
        assertThat(in(VerificationState.RECTIFY).orderedItems()).containsExactly("O1", "O2");
        assertThat(refused(conclusion(Outcome.RECTIFY), FINE)).containsExactly("verification.nothing-failed");
    }

    @Test
    void workIsStoppedOnlyForAnItemWithAVetoAndWithoutWaitingForTheRest() {
        assertThat(in(VerificationState.STOP_WORK).orderedItems()).containsExactly("M1");
        assertThat(refused(conclusion(Outcome.STOP_WORK), MINOR)).containsExactly("verification.no-veto");
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void nothingOutsideTheListIsRecordedOrConcluded(Outcome outcome) {
        assertThat(refused(conclusion(outcome), marks("Z9", Conformity.FAILS))).contains("verification.outside-list");
        assertThat(refused(conclusion(outcome), marks("G1", Conformity.FAILS))).contains("verification.outside-list");
        assertThatThrownBy(() -> planned().record(marks("Z9", Conformity.CONFORMS), LIST)).isInstanceOf(VerificationRefused.class);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"2020-03-22, verification.by.past", "2020-03-23, -", "2020-04-22, -",
            "2020-04-23, verification.by.late", "2999-01-01, verification.by.late", "-, verification.by.missing"})
    void theDateOfAnOrderLiesFromTodayToTheLastDayAllowed(LocalDate by, String problem) {
        var conclusion = new Conclusion(Outcome.RECTIFY, "请改正", by);
        if (problem == null) {
            assertThat(planned().conclude(conclusion, MINOR, LIST, DEADLINE, act(false)).dueOn()).isEqualTo(by);
        } else {
            assertThat(refused(conclusion, MINOR)).containsExactly(problem);
        }
    }

    /** What a mark on an item comes to, by what was found of it when it was filed, and whether the note says what was seen. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"NOT_APPLICABLE, FAILS, '', RECTIFY, verification.unexplained.FAILS",
            "NOT_APPLICABLE, FAILS, '', STOP_WORK, verification.unexplained.FAILS",
            "NOT_APPLICABLE, FAILS, 有宿舍, RECTIFY, -", "NOT_APPLICABLE, FAILS, 有宿舍, STOP_WORK, -",
            "NOT_APPLICABLE, NOT_APPLICABLE, '', PASSED, -", "NOT_APPLICABLE, -, '', PASSED, -", "NOT_APPLICABLE, CONFORMS, '', PASSED, -",
            "NOT_APPLICABLE, MOSTLY, '', PASSED, -", "MET, NOT_APPLICABLE, '', PASSED, verification.unexplained.NOT_APPLICABLE",
            "UNMET, NOT_APPLICABLE, '', PASSED, verification.unexplained.NOT_APPLICABLE", "MET, NOT_APPLICABLE, 已拆除, PASSED, -",
            "UNSURE, NOT_APPLICABLE, '', PASSED, -", "MET, FAILS, '', RECTIFY, -", "MET, FAILS, '', STOP_WORK, -",
            "UNMET, FAILS, '', RECTIFY, -", "UNSURE, FAILS, '', STOP_WORK, -", "UNMET, CONFORMS, '', PASSED, -"})
    void whatContradictsWhetherAnItemAppliesIsWrittenDown(Verdict filed, Conformity mark, String note, Outcome outcome, String problem) {
        var list = new Checklist(LIST.items(), Map.of("M1", filed));
        var results = new ItemResults(Map.of("M1", new ItemResult(mark, note), "O1", new ItemResult(Conformity.CONFORMS, ""), "O2",
                new ItemResult(Conformity.CONFORMS, "")));
        var planned = planned();
        if (problem != null) {
            var e = catchThrowableOfType(VerificationRefused.class,
                    () -> planned.conclude(conclusion(outcome), results, list, DEADLINE, act(false)));
            assertThat(e.problems()).singleElement().returns(problem, InputProblem::key).returns("note.M1", InputProblem::field);
            assertThat(planned.state()).isEqualTo(VerificationState.PLANNED);
        } else {
            assertThat(planned.conclude(conclusion(outcome), results, list, DEADLINE, act(false)).results().mark("M1"))
                    .isEqualTo(mark == null ? Conformity.NOT_APPLICABLE : mark);
        }
    }

    @Test
    void anOrderSaysSomething() {
        assertThat(refused(new Conclusion(Outcome.RECTIFY, "  ", TODAY), MINOR)).containsExactly("verification.text.missing");
    }

    @Test
    void atLowRiskAnOrderIsRefusedAsSuch() {
        var e = catchThrowableOfType(VerificationRefused.class,
                () -> planned().conclude(conclusion(Outcome.STOP_WORK), GRAVE, LIST, DEADLINE, act(true)));
        assertThat(e.problems()).extracting(InputProblem::key).containsExactly("verification.low-risk");
    }

    @Test
    void withoutAnAnswerClosingSaysHowThatIsKnown() {
        assertThatThrownBy(() -> in(VerificationState.RECTIFY).close(" ", act(false))).isInstanceOf(VerificationRefused.class);
        assertThat(in(VerificationState.REPORTED).close("", act(false)).state()).isEqualTo(VerificationState.CLOSED);
    }

    @Test
    void whatIsSentBackNamesOnlyItemsOfTheOrderAndKeepsTheKindOfOrder() {
        var stopped = in(VerificationState.STOP_WORK).answer("已停", TODAY.plusDays(7), NOW);
        assertThatThrownBy(() -> stopped.sendBack(List.of("O1"), "未改", TODAY.plusDays(3), DEADLINE, act(false)))
                .isInstanceOf(VerificationRefused.class);
        assertThatThrownBy(() -> stopped.sendBack(List.of(), "未改", TODAY.plusDays(3), DEADLINE, act(false)))
                .isInstanceOf(VerificationRefused.class);
        assertThat(stopped.sendBack(List.of("M1"), "未改", TODAY.plusDays(3), DEADLINE, act(false)).state())
                .isEqualTo(VerificationState.STOP_WORK);
        var reported = in(VerificationState.REPORTED).sendBack(List.of("O2"), "未改", TODAY.plusDays(3), DEADLINE, act(false));
        assertThat(reported.orderedItems()).containsExactly("O2");
    }

    @Test
    void moreTimeIsLaterThanTheTimeThereIs() {
        assertThatThrownBy(() -> in(VerificationState.RECTIFY).extend(TODAY.plusDays(5), DEADLINE, act(false)))
                .isInstanceOf(VerificationRefused.class);
        var reported = in(VerificationState.REPORTED).extend(TODAY.plusDays(6), DEADLINE, act(false));
        assertThat(reported.rectifyBy()).isEqualTo(TODAY.plusDays(6));
        assertThat(reported.dueOn()).isEqualTo(TODAY.plusDays(7));
    }

    private static List<String> refused(Conclusion conclusion, ItemResults results) {
        var e = catchThrowableOfType(VerificationRefused.class, () -> planned().conclude(conclusion, results, LIST, DEADLINE, act(false)));
        return e.problems().stream().map(InputProblem::key).toList();
    }
}
