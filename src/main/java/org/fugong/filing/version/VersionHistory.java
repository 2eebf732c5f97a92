package org.fugong.filing.version;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.filing.FilingState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the versions of a filing, and every step of each of them; whoever asks has been found to be allowed to see one of them. */
@Component
public class VersionHistory {

    private final JdbcClient jdbc;
    private final Trail trail;

    VersionHistory(JdbcClient jdbc, Trail trail) {
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** One version: its receipt, which it is, counted from one, and where it stands. */
    public record FiledVersion(long id, String no, int edition, FilingState state, Instant submittedAt) {
    }

    /** A step of one of the versions. */
    public record Step(Entry entry, int edition) {
    }

    /** All versions, of any of them, the first in front; one that was not permitted is followed by the next try at the same version. */
    public List<FiledVersion> versions(long filingId) {
        return jdbc.sql("""
                with recursive earlier as (
                    select id, changes_id from filing where id = :id
                    union all select filing.id, filing.changes_id from filing join earlier on filing.id = earlier.changes_id
                ), later as (
                    select id from earlier where changes_id is null
                    union all select filing.id from filing join later on filing.changes_id = later.id where filing.state <> 'DRAFT'
                )
                select id, no, edition, state, submitted_at from filing
                where id in (select id from later) order by edition, id""").param("id", filingId)
                .query((row, n) -> new FiledVersion(row.getLong("id"), row.getString("no"), row.getInt("edition"),
                        FilingState.valueOf(row.getString("state")), row.getObject("submitted_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** What happened to versions, the oldest first; of what happened at one moment, what happened to the earlier version. */
    public List<Step> steps(List<FiledVersion> versions) {
        return versions.stream()
                .flatMap(version -> trail.of("filing:" + version.id()).stream().map(entry -> new Step(entry, version.edition())))
                .sorted(Comparator.comparing(step -> step.entry().at())).toList();
    }
}
