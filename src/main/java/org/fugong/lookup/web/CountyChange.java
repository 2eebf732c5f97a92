package org.fugong.lookup.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.fugong.risk.RiskLevel;

/**
 * One thing that changes what a county asks. {@code before} is the level that a change of level ends (null: none),
 * {@code number} the version or revision; {@code overtaken} is what a later record replaced before it could take effect.
 */
record CountyChange(Kind kind, long id, long key, RiskLevel level, RiskLevel before, Integer number, Instant effectiveAt,
        Instant recordedAt,
        String basis, String reason, boolean overtaken, Edition from, Edition to) {

    /** What it is that changes: the county's level, the province's list, or what the county asks less of. */
    enum Kind {
        LEVEL, LIST, ADAPTATION
    }

    /** A version of the province's list with a revision of the county (null: without). */
    record Edition(long listId, int version, Long adaptationId, Integer revision) {

        /** As it is written on pages and in addresses: 3, or 3.2 with the county's second revision. */
        public String label() {
            return revision == null ? String.valueOf(version) : version + "." + revision;
        }

        /** This version with the revision of another edition. */
        Edition with(Edition revised) {
            return new Edition(listId, version, revised.adaptationId, revised.revision);
        }
    }

    /** Tells an answer about changes from any other one, for whoever asks again whether there is something new. */
    static String tag(List<CountyChange> changes, Instant now, Object how) {
        var told = changes.stream().map(change -> change + " " + change.comingAfter(now)).toList() + " " + how;
        return '"' + UUID.nameUUIDFromBytes(told.getBytes(StandardCharsets.UTF_8)).toString() + '"';
    }

    /** When the last of them was recorded. */
    static Instant last(List<CountyChange> changes) {
        return changes.stream().map(CountyChange::recordedAt).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** Where it stands in a page, and what it is called in a feed. */
    public String anchor() {
        return kind.name().toLowerCase() + "-" + id;
    }

    /** Whether there are two editions to compare. */
    public boolean comparable() {
        return from != null && to != null;
    }

    public boolean comingAfter(Instant now) {
        return effectiveAt.isAfter(now);
    }
}
