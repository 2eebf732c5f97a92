package org.fugong.risk;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A county's level from a moment on, by a source notice; it touches one county and is never edited. */
@Entity
public class RiskLevelChange extends AbstractAggregateRoot<RiskLevelChange> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String county;
    @Enumerated(EnumType.STRING)
    private RiskLevel level;
    private Instant effectiveAt;
    private String notice;
    private Long setBy;
    private Instant recordedAt;
    private boolean correction;

    protected RiskLevelChange() {
    }

    RiskLevelChange(String county, RiskLevel level, Instant effectiveAt, String notice, Actor author, RiskLevel before, Instant now) {
        this.county = county;
        this.level = level;
        this.effectiveAt = effectiveAt;
        this.notice = notice;
        this.setBy = author.accountId();
        this.recordedAt = now;
        this.correction = effectiveAt.isBefore(now);
        registerEvent(new LevelSet(county, before, level, effectiveAt, notice, correction));
    }

    public Long id() {
        return id;
    }

    public String county() {
        return county;
    }

    public RiskLevel level() {
        return level;
    }

    public Instant effectiveAt() {
        return effectiveAt;
    }

    public String notice() {
        return notice;
    }

    /** The account that set it; {@code null} for what was seeded. */
    public Long author() {
        return setBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    /** Whether it took effect before it was recorded, to put right what was wrong until then. */
    public boolean correction() {
        return correction;
    }

    /** A county's level was set; it may take effect later, and {@code from} is {@code null} where there was none. */
    public record LevelSet(String county, RiskLevel from, RiskLevel to, Instant effectiveAt, String notice,
            boolean correction) implements Audited {
        @Override
        public String action() {
            return "risk-level.set";
        }

        @Override
        public String subject() {
            return "county:" + county;
        }

        @Override
        public Map<String, Object> before() {
            return from == null ? Map.of() : Map.of("level", from);
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("level", to, "effectiveAt", effectiveAt, "notice", notice, "correction", correction);
        }
    }
}
