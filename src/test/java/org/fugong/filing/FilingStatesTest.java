package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.filing.Decision.Reason;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state of a filing with everything that can be done to it: where it leads, or that it is refused and nothing changes. What
 * was seen is written to {@code src/docs/filing-states.md}; who may do it is tested where it is done, as in ApplicationActsTests.
 */
class FilingStatesTest {

    private static final Instant NOW = Instant.parse("2020-03-20T02:00:00Z");
    private static final LocalDate DUE = LocalDate.of(2020, 3, 24);
    private static final Actor OFFICIAL = new Actor(1, "official", "工作人员", Role.OFFICIAL, "640502");
    private static final Location PLACE = new Location(1, 1, "640502", "640000");
    private static final FilingBasis BASIS = new FilingBasis(RiskLevel.HIGH, Regime.APPROVAL, "通知", 1L, null);
    private static final FilingSubject SUBJECT = new FilingSubject("91640104DEM000014B", "企业", "路1号", "厂区", "路1号", null, null, "34", null,
            null, "马某", "王某", "0951-1234567");

    /** Something that is done to a filing of a kind, by whom, and where it leads from which states. */
    record Act(String name, String who, FilingKind kind, UnaryOperator<Filing> step, FilingState to, Set<FilingState> from) {

        static Act of(String name, String who, FilingKind kind, UnaryOperator<Filing> step, FilingState to, FilingState... from) {
            return new Act(name, who, kind, step, to, Set.of(from));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final FilingState[] UNDECIDED = {FilingState.SUBMITTED, FilingState.ACCEPTED, FilingState.CORRECTION};

    static List<Act> acts() {
        var application = FilingKind.APPLICATION;
        return List.of(
                Act.of("submit a notice", "firm", FilingKind.NOTICE, FilingStatesTest::submit, FilingState.RECORDED, FilingState.DRAFT),
                Act.of("submit a checklist or commitment", "firm", FilingKind.CHECKLIST, FilingStatesTest::submit, FilingState.EFFECTIVE,
                        FilingState.DRAFT),
                Act.of("submit an application", "firm", application, FilingStatesTest::submit, FilingState.SUBMITTED, FilingState.DRAFT),
                Act.of("accept", "lead department", application, filing -> filing.accept(NOW), FilingState.ACCEPTED, FilingState.SUBMITTED),
                Act.of("ask for a correction", "lead department", application, filing -> filing.askCorrection(List.of("C01"), NOW),
                        FilingState.CORRECTION, FilingState.SUBMITTED),
                Act.of("correct", "firm", application, filing -> filing.correct(filing.contents(), List.of(), List.of(), DUE, NOW),
                        FilingState.SUBMITTED, FilingState.CORRECTION),
                Act.of("not accept", "lead department", application, filing -> filing.notAccept(OFFICIAL, "不在本区", NOW),
                        FilingState.NOT_ACCEPTED, FilingState.SUBMITTED),
                Act.of("permit", "lead department", application, filing -> filing.permit(OFFICIAL, NOW), FilingState.PERMITTED,
                        FilingState.ACCEPTED),
                Act.of("refuse", "lead department", application,
                        filing -> filing.refuse(OFFICIAL, List.of(new Reason("C01", "口罩不足")), null, NOW), FilingState.REFUSED,
                        FilingState.ACCEPTED),
                Act.of("take effect, signed", "change of level", application, filing -> filing.takeEffect(DUE, NOW), FilingState.EFFECTIVE,
                        UNDECIDED),
                Act.of("close", "change of level", application, filing -> filing.close(1, NOW), FilingState.CLOSED, UNDECIDED),
                Act.of("withdraw", "firm", application, filing -> filing.withdraw(NOW), FilingState.WITHDRAWN, FilingState.RECORDED,
                        FilingState.EFFECTIVE, FilingState.SUBMITTED, FilingState.ACCEPTED, FilingState.CORRECTION),
                Act.of("end the work", "firm", application, filing -> filing.end(NOW), FilingState.ENDED, FilingState.RECORDED,
                        FilingState.EFFECTIVE, FilingState.PERMITTED),
                Act.of("supersede", "firm, by a newer filing, or lead department", application, filing -> filing.supersede(filing, NOW),
                        FilingState.CHANGED,
                        FilingState.LIVE.toArray(FilingState[]::new)),
                Act.of("order to stop", "official", FilingKind.CHECKLIST, filing -> filing.suspend("停工", NOW), FilingState.SUSPENDED,
                        FilingState.RECORDED, FilingState.EFFECTIVE, FilingState.PERMITTED),
                Act.of("lift the order", "official", FilingKind.CHECKLIST, filing -> filing.resume(NOW), FilingState.EFFECTIVE,
                        FilingState.SUSPENDED),
                Act.of("lift the order, permitted before", "official", application, filing -> filing.resume(NOW), FilingState.PERMITTED,
                        FilingState.SUSPENDED));
    }

    @ParameterizedTest
    @MethodSource("acts")
    void itLeadsFromTheStatesOfTheTableAndIsRefusedInEveryOther(Act act) {
        for (var state : FilingState.values()) {
            assertThat(outcome(act, state)).as("%s in %s", act, state).isEqualTo(act.from.contains(state) ? act.to : null);
        }
    }

    @Test
    void theTableIsWritten() throws IOException {
        var lines = new ArrayList<>(List.of("# The states of a filing", "",
                "Written by `FilingStatesTest` from what it saw: every state with everything that is done to a filing. What is not here",
                "answers 409 with the present state and what can be done, and changes nothing.", "", "```mermaid", "stateDiagram-v2",
                "    [*] --> DRAFT"));
        var seen = seen();
        seen.forEach((act, steps) -> steps.forEach((from, to) -> lines.add("    %s --> %s : %s".formatted(from, to, act.name))));
        lines.addAll(List.of("```", "", "| what | by whom | from | to |", "|---|---|---|---|"));
        seen.forEach((act, steps) -> lines.add("| %s | %s | %s | %s |".formatted(act.name, act.who,
                steps.keySet().stream().map(Enum::name).collect(Collectors.joining(", ")),
                steps.values().stream().distinct().map(Enum::name).collect(Collectors.joining(", ")))));
        var ends = Stream.of(FilingState.values()).filter(state -> seen.values().stream().noneMatch(steps -> steps.containsKey(state)));
        lines.addAll(List.of("", "Nothing is done any more to what is " + ends.map(Enum::name).collect(Collectors.joining(", ")) + ".", "",
                "While an application is ACCEPTED the departments that were asked give their opinions, all at the same time; the lead",
                "department replies when all of them have. While it is CORRECTION the clock of the county stands still.", "",
                "A change or renewal of what is RECORDED or EFFECTIVE supersedes it when it is submitted. What is PERMITTED is changed and",
                "renewed by an application, and what a site had before the level rose is followed by one: it stays in force beside the",
                "application and is superseded when that is permitted or takes effect, not while an order about it is open. Only a notice",
                "(RECORDED) ends as well where the application is refused, not accepted or withdrawn."));
        assertThat(Files.write(Path.of("src/docs/filing-states.md"), lines)).content()
                .contains("SUBMITTED --> ACCEPTED : accept", "CORRECTION --> SUBMITTED : correct")
                .contains("what is REFUSED, NOT_ACCEPTED, WITHDRAWN, CHANGED, CLOSED, ENDED.");
    }

    private static Map<Act, Map<FilingState, FilingState>> seen() {
        var seen = new LinkedHashMap<Act, Map<FilingState, FilingState>>();
        for (var act : acts()) {
            var steps = new LinkedHashMap<FilingState, FilingState>();
            Arrays.stream(FilingState.values()).filter(state -> outcome(act, state) != null)
                    .forEach(state -> steps.put(state, outcome(act, state)));
            seen.put(act, steps);
        }
        return seen;
    }

    /** The state that it leads to; null where it is refused, which leaves the filing as it was. */
    private static FilingState outcome(Act act, FilingState state) {
        var filing = Filing.start(PLACE, act.kind, BASIS, NOW);
        filing.id = 1L;
        filing.state = state;
        filing.subject = SUBJECT;
        filing.letter = act.name.startsWith("take effect") ? "承诺书" : null;
        filing.decision = act.name.endsWith("before") ? new Decision(true, List.of(), null, "工作人员", NOW, null) : null;
        try {
            return act.step.apply(filing).state();
        } catch (Filing.Overtaken refused) {
            assertThat(filing.state()).isEqualTo(state);
            return null;
        }
    }

    private static Filing submit(Filing draft) {
        return draft.submit(new FilingNumber("640502-200320-00001-1"), "t".repeat(22), PLACE, BASIS, SUBJECT,
                new ReviewedContents(Map.of(), List.of(), List.of(), List.of(), null), null, null, DUE, NOW);
    }
}
