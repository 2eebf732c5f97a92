package org.fugong.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every step of a verification is told to the firm, or there is a reason why not. */
class VerificationNoticesTests {

    private static final Pattern STEP = Pattern.compile("(?:happened\\(|new VerificationEvent\\()\"([a-z-]+)\"");

    private static final Map<String, String> NOT_TOLD = Map.of(
            "opened", "it follows from the firm's own submission, whose receipt says by when the county checks",
            "recorded", "marks that are kept before the check is concluded decide nothing yet",
            "answered", "the firm itself has answered",
            "lapsed", "the firm itself has taken back or replaced the filing",
            "eased", "the notice of the change of level says it, in VerificationsEased");

    @Test
    void everyStepHasANoticeOrAReasonForNone() throws Exception {
        var steps = new TreeSet<String>();
        STEP.matcher(Files.readString(Path.of("src/main/java/org/fugong/verification/Verification.java"))).results()
                .forEach(step -> steps.add(step.group(1)));
        var known = new TreeSet<>(VerificationNotices.TOLD);
        known.addAll(NOT_TOLD.keySet());
        assertThat(steps).isEqualTo(known);
        assertThat(VerificationNotices.TOLD).doesNotContainAnyElementsOf(NOT_TOLD.keySet());
    }
}
