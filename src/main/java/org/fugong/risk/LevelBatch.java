package org.fugong.risk;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Levels of many counties, proposed by an upload and confirmed once, all of them. */
@Entity
public class LevelBatch extends AbstractAggregateRoot<LevelBatch> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String province;
    private long proposedBy;
    private Instant proposedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    private Proposal lines;
    private Long confirmedBy;
    private Instant confirmedAt;
    @Version
    private int lock;

    /** What was proposed, and the newest change of each county at that moment: a later one overtakes the proposal. */
    public record Proposal(List<LevelBatchReading.Line> lines, Map<String, Long> seen) {
    }

    protected LevelBatch() {
    }

    LevelBatch(Proposal proposal, Actor author, Instant now) {
        this.province = author.scope();
        this.proposedBy = author.accountId();
        this.proposedAt = now;
        this.lines = proposal;
    }

    LevelBatch confirm(Actor actor, Instant now) {
        if (confirmed()) {
            throw new IllegalStateException("batch " + id + " was confirmed");
        }
        confirmedBy = actor.accountId();
        confirmedAt = now;
        registerEvent(new Confirmed(id, lines.lines().size(), proposedBy));
        return this;
    }

    public Long id() {
        return id;
    }

    public List<LevelBatchReading.Line> lines() {
        return lines.lines();
    }

    Long seen(String county) {
        return lines.seen().get(county);
    }

    public long proposedBy() {
        return proposedBy;
    }

    public Instant proposedAt() {
        return proposedAt;
    }

    public boolean confirmed() {
        return confirmedAt != null;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** All of a batch was set. */
    public record Confirmed(long batch, int lines, long proposedBy) implements Audited {
        @Override
        public String action() {
            return "level-batch.confirmed";
        }

        @Override
        public String subject() {
            return "level-batch:" + batch;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("lines", lines, "proposedBy", proposedBy);
        }
    }

    /** A batch was uploaded; nothing is set yet. */
    public record Proposed(long batch, int lines) implements Audited {
        @Override
        public String action() {
            return "level-batch.proposed";
        }

        @Override
        public String subject() {
            return "level-batch:" + batch;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("lines", lines);
        }
    }
}
