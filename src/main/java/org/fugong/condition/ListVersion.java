package org.fugong.condition;

import java.time.Instant;
import java.util.List;

/** A version of a list and what it is at a moment. */
public record ListVersion(ConditionList list, Status status) {

    /** Where a version stands, derived from the times at which versions take effect. */
    public enum Status {
        DRAFT, ASKED, SCHEDULED, IN_FORCE, SUPERSEDED;

        /** Of a draft, which another admin may have been asked to publish. */
        public static Status ofDraft(boolean asked) {
            return asked ? ASKED : DRAFT;
        }

        /** Of a published version, beside the one in force, which is 0 while there is none. */
        public static Status of(int version, int inForce) {
            return version == inForce ? IN_FORCE : version > inForce ? SCHEDULED : SUPERSEDED;
        }
    }

    /** All versions of one list at a moment; newest first in, newest first out. */
    public static List<ListVersion> at(Instant now, List<ConditionList> versions) {
        var inForce = versions.stream().filter(list -> !list.draft() && !list.effectiveAt().isAfter(now)).mapToInt(ConditionList::version)
                .max().orElse(0);
        return versions.stream()
                .map(list -> new ListVersion(list, list.draft() ? Status.ofDraft(list.asked()) : Status.of(list.version(), inForce)))
                .toList();
    }
}
