package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.event.EventListener;

/** Every step of a filing is told to the firm, or there is a reason why not. */
class FilingNoticesTests {

    private static final Map<String, String> NOT_TOLD = Map.ofEntries(
            Map.entry("Started", "the firm itself has begun the draft"),
            Map.entry("Discarded", "the firm itself has thrown the draft away"),
            Map.entry("Submitted", "the firm itself has submitted, and stands before the receipt"),
            Map.entry("Signed", "the firm itself has signed"),
            Map.entry("Corrected", "the firm itself has put its application right"),
            Map.entry("Ended", "the firm itself has closed the filing"),
            Map.entry("Changed", "the firm itself has changed the filing"),
            Map.entry("Suspended", "the order to stop is told where it is given, in VerificationNotices"),
            Map.entry("Resumed", "that the order is settled is told where it is closed, in VerificationNotices"),
            Map.entry("Supplied",
                    "the firm itself has supplied it, or the check is told in VerificationNotices, and its page names the items"),
            Map.entry("OwedOverdue", "the reminder that the day has passed says it, in OrderReminders"),
            Map.entry("Switched", "the notice of the change of level says it, in DraftsSwitched"),
            Map.entry("Advised", "the notice of the change of level says it, in OwedAdvised"),
            Map.entry("ListChanged", "the notice of the change of list says it, in ImpactNotice"),
            Map.entry("Closed", "the notice of the change of level says it, in ApplicationsClosed"),
            Map.entry("TookEffect", "the notice of the change of level says it, in ApplicationsEffective"));

    @Test
    void everyStepHasANoticeOrAReasonForNone() {
        var steps = new TreeSet<String>();
        Stream.of(FilingStep.class, FilingTransition.class).flatMap(kind -> Stream.of(kind.getDeclaredClasses()))
                .filter(Class::isRecord).forEach(step -> steps.add(step.getSimpleName()));
        var known = new TreeSet<>(NOT_TOLD.keySet());
        Stream.of(FilingNotices.class.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(EventListener.class))
                .forEach(method -> assertThat(known.add(method.getParameterTypes()[0].getSimpleName())).as("%s is told", method).isTrue());
        assertThat(steps).isEqualTo(known);
    }
}
