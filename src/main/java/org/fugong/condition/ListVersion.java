package org.fugong.condition;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A version of a list and what it is at a moment. */
public record ListVersion(ConditionList list, Status status) {

    /** Where a version stands, derived from the times at which versions take effect. */
    public enum Status {
        DRAFT, ASKED, SCHEDULED, IN_FORCE, SUPERSEDED
    }

    /** All versions of one list at a moment; newest first in, newest first out. */
    public static List<ListVersion> at(Instant now, List<ConditionList> versions) {
        var inForce = published(versions).filter(list -> !list.effectiveAt().isAfter(now)).mapToInt(ConditionList::version).max().orElse(0);
        return versions.stream().map(list -> new ListVersion(list, list.asked()
                ? Status.ASKED
                : list.draft()
                        ? Status.DRAFT
                        : list.version() == inForce
                                ? Status.IN_FORCE
                                : list.version() > inForce ? Status.SCHEDULED : Status.SUPERSEDED))
                .toList();
    }

    private static Stream<ConditionList> published(List<ConditionList> versions) {
        return versions.stream().filter(list -> !list.draft());
    }
}
