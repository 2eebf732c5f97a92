package org.fugong.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.rule.AnswerType;

/** A short list with a vetoing item M1, two ordinary ones O1 and O2, and advice G1, and verifications in every state. */
final class VerificationFixtures {

    static final Instant NOW = Instant.parse("2020-03-23T02:00:00Z");
    static final LocalDate TODAY = LocalDate.of(2020, 3, 23);
    static final Deadline DEADLINE = new Deadline(TODAY, TODAY.plusDays(30));
    static final Actor WANG = new Actor(7, "wang", "王工", Role.OFFICIAL, "640104");
    static final Checklist LIST = new Checklist(List.of(item("M1", true, ConditionUse.VERIFY), item("O1", false, ConditionUse.COMMIT),
            item("O2", false, ConditionUse.COMMIT), item("G1", false, ConditionUse.GUIDE)), Map.of());
    static final ItemResults FINE = marks("M1", Conformity.CONFORMS, "O1", Conformity.MOSTLY, "O2", Conformity.NOT_APPLICABLE);
    static final ItemResults MINOR = marks("M1", Conformity.CONFORMS, "O1", Conformity.FAILS, "O2", Conformity.FAILS);
    static final ItemResults GRAVE = marks("M1", Conformity.FAILS);

    private VerificationFixtures() {
    }

    static ConditionItem item(String code, boolean veto, ConditionUse use) {
        return new ConditionItem(code, "A", code, code, null, null, null, null, AnswerType.YES_NO, null, null, null, "answer",
                null, null, null, use, veto, null, null, null);
    }

    static ItemResults marks(Object... codesAndMarks) {
        Map<String, ItemResult> results = new HashMap<>();
        for (int i = 0; i < codesAndMarks.length; i += 2) {
            results.put((String) codesAndMarks[i], new ItemResult((Conformity) codesAndMarks[i + 1], ""));
        }
        return new ItemResults(results);
    }

    static ActContext act(boolean lowRisk) {
        return new ActContext(WANG, NOW, lowRisk);
    }

    static Conclusion conclusion(Outcome outcome) {
        return new Conclusion(outcome, outcome == Outcome.PASSED ? "" : "请在期限内改正", outcome.orders() ? TODAY.plusDays(5) : null);
    }

    static Verification planned() {
        return new Verification(VerificationTrigger.FILING, 17, "640104", 3, TODAY.plusDays(7), NOW);
    }

    static Verification in(VerificationState state) {
        var verification = planned();
        return switch (state) {
            case PLANNED -> verification;
            case PASSED -> verification.conclude(conclusion(Outcome.PASSED), FINE, LIST, DEADLINE, act(false));
            case RECTIFY -> verification.conclude(conclusion(Outcome.RECTIFY), MINOR, LIST, DEADLINE, act(false));
            case STOP_WORK -> verification.conclude(conclusion(Outcome.STOP_WORK), GRAVE, LIST, DEADLINE, act(false));
            case GUIDANCE -> verification.conclude(conclusion(Outcome.GUIDANCE), MINOR, LIST, DEADLINE, act(true));
            case REPORTED -> in(VerificationState.RECTIFY).answer("已补齐", TODAY.plusDays(7), NOW);
            case CLOSED -> in(VerificationState.REPORTED).close("", act(false));
        };
    }
}
