package org.fugong.adaptation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.fugong.condition.Refusal;
import org.fugong.risk.RiskLevel;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One revision of how a county adapts the list of a level; a later revision replaces it, none is edited. */
@Entity
public class CountyAdaptation extends AbstractAggregateRoot<CountyAdaptation> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String county;
    @Enumerated(EnumType.STRING)
    private RiskLevel level;
    private int revision;
    @JdbcTypeCode(SqlTypes.JSON)
    private Adaptation adaptation;
    private String reason;
    private Instant effectiveAt;
    private Instant recordedAt;
    private long recordedBy;

    protected CountyAdaptation() {
    }

    public CountyAdaptation(String county, RiskLevel level, int revision, Adaptation before, Adaptation adaptation, String reason,
            Instant effectiveAt,
            Actor author, Instant now) {
        this.county = county;
        this.level = level;
        this.revision = revision;
        this.adaptation = adaptation;
        this.reason = reason;
        this.effectiveAt = effectiveAt;
        this.recordedAt = now;
        this.recordedBy = author.accountId();
        registerEvent(new Recorded(county, level, revision, before, adaptation, reason, effectiveAt));
    }

    /** The same once more, to take effect when it was to, after another revision that is recorded later and takes effect before. */
    public CountyAdaptation after(CountyAdaptation last, Actor author, Instant now) {
        return new CountyAdaptation(county, level, last.revision + 1, last.adaptation, adaptation, reason, effectiveAt, author, now);
    }

    /**
     * Of all revisions, newest first: the one in force at a moment and those that follow it, as far as none recorded later
     * takes their place.
     */
    public static List<CountyAdaptation> course(List<CountyAdaptation> newestFirst, Instant from) {
        var course = new ArrayDeque<CountyAdaptation>();
        for (var revision : newestFirst) {
            if (course.isEmpty() || revision.effectiveAt.isBefore(course.getFirst().effectiveAt)) {
                course.addFirst(revision);
            }
            if (!revision.effectiveAt.isAfter(from)) {
                break;
            }
        }
        return List.copyOf(course);
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

    public int revision() {
        return revision;
    }

    public Adaptation adaptation() {
        return adaptation;
    }

    public String reason() {
        return reason;
    }

    public Instant effectiveAt() {
        return effectiveAt;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public long recordedBy() {
        return recordedBy;
    }

    /** What both events leave in the trail: the county's list, and what the county asked less of before. */
    private interface Traced extends Audited {

        @Override
        String county();

        RiskLevel level();

        Adaptation from();

        @Override
        default String subject() {
            return "adaptation:" + county() + "/" + level();
        }

        @Override
        default Map<String, Object> before() {
            return Map.of("omitted", from().omitted(), "relaxed", from().relaxed());
        }
    }

    /** A county has adapted its list; it may take effect later. */
    public record Recorded(String county, RiskLevel level, int revision, Adaptation from, Adaptation to, String reason, Instant effectiveAt)
            implements
                Traced {

        @Override
        public String action() {
            return "list.adapted";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("revision", revision, "omitted", to.omitted(), "relaxed", to.relaxed(), "reason", reason, "effectiveAt",
                    effectiveAt);
        }
    }

    /** A county was refused what it may not do with the province's list. */
    public record Refused(String county, RiskLevel level, Adaptation from, Adaptation asked,
            List<Refusal.Reason> reasons) implements Traced {

        @Override
        public String action() {
            return "list.adaptation-refused";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("omitted", asked.omitted(), "relaxed", asked.relaxed(),
                    "reasons", reasons.stream().map(reason -> reason.field() + " " + reason.key()).toList());
        }
    }
}
