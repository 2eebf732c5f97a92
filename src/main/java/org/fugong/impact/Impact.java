package org.fugong.impact;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.audit.Audited;
import org.fugong.condition.ConditionList;
import org.fugong.risk.RiskLevel;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.AbstractAggregateRoot;

/** Whom a version of a list, or what a county asks less of, touches: as foreseen before it is confirmed, or as seen when it took effect. */
@Entity
public class Impact extends AbstractAggregateRoot<Impact> {

    /** When it was looked at. */
    public enum Phase {
        FORESEEN, SEEN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    private Phase phase;
    private String province;
    @Enumerated(EnumType.STRING)
    private RiskLevel level;
    private long listId;
    private String county;
    @JdbcTypeCode(SqlTypes.JSON)
    private Adaptation adaptation;
    private Long beforeId;
    private Long adaptationId;
    private String fingerprint;
    private Long askedBy;
    private Instant askedAt;
    private String atCounty;
    private long lastId;
    @JdbcTypeCode(SqlTypes.JSON)
    private ImpactCounts counts;
    private Instant finishedAt;

    protected Impact() {
    }

    /** Of a whole version of a list; without an actor where it has taken effect by itself. */
    Impact(Phase phase, ConditionList list, String fingerprint, Actor actor, Instant now) {
        this.phase = phase;
        this.province = list.province();
        this.level = list.level();
        this.listId = list.id();
        this.fingerprint = fingerprint;
        this.askedBy = actor == null ? null : actor.accountId();
        this.askedAt = now;
        this.counts = ImpactCounts.NONE;
    }

    /** Of what one county asks less of in that version, instead of what it asked less of by another revision (null: none). */
    Impact inCounty(String county, Adaptation adaptation, Long beforeId, Long adaptationId) {
        this.county = county;
        this.adaptation = adaptation;
        this.beforeId = beforeId;
        this.adaptationId = adaptationId;
        return this;
    }

    Impact advance(String county, List<ComparedFiling> judged) {
        atCounty = county;
        lastId = judged.isEmpty() ? lastId : judged.getLast().id();
        counts = counts.plus(county, judged);
        return this;
    }

    /** Goes on with another county, from its first filing. */
    Impact enter(String county) {
        atCounty = county;
        lastId = 0;
        return this;
    }

    Impact finish(Instant now) {
        finishedAt = now;
        return andEvent(new Computed(phase, id, listId, county,
                Map.of("filings", counts.filings(), "drafts", counts.drafts(), "touched", counts.touched())));
    }

    /** Notes the revision that was recorded after it had been foreseen. */
    Impact became(CountyAdaptation revision) {
        adaptationId = revision.id();
        return this;
    }

    public Long id() {
        return id;
    }

    public Phase phase() {
        return phase;
    }

    public String province() {
        return province;
    }

    public RiskLevel level() {
        return level;
    }

    public long listId() {
        return listId;
    }

    /** The county that adapts the list; null where a whole version of it is looked at. */
    public String county() {
        return county;
    }

    public Adaptation adaptation() {
        return adaptation;
    }

    Long beforeId() {
        return beforeId;
    }

    /** The revision of the county, once it is recorded. */
    public Long adaptationId() {
        return adaptationId;
    }

    /** What was looked at: another content is another fingerprint. */
    public String fingerprint() {
        return fingerprint;
    }

    public Long askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    String atCounty() {
        return atCounty;
    }

    long lastId() {
        return lastId;
    }

    public ImpactCounts counts() {
        return counts;
    }

    /** Null while it is under way. */
    public Instant finishedAt() {
        return finishedAt;
    }

    public boolean finished() {
        return finishedAt != null;
    }

    /** It was looked at to the end. */
    public record Computed(Phase phase, long impact, long list, String county, Map<String, Object> after) implements Audited {

        @Override
        public String action() {
            return phase == Phase.FORESEEN ? "impact.foreseen" : "impact.seen";
        }

        @Override
        public String subject() {
            return "impact:" + impact;
        }
    }
}
