package org.fugong.condition;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.fugong.risk.RiskLevel;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One version of a province's list for a risk level: a draft until it is published, and never changed after. */
@Entity
public class ConditionList extends AbstractAggregateRoot<ConditionList> {

    /** A draft may be edited; what is published is only superseded. */
    public enum State { DRAFT, PUBLISHED }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String province;
    @Enumerated(EnumType.STRING)
    private RiskLevel level;
    private int version;
    @Enumerated(EnumType.STRING)
    private State state;
    @JdbcTypeCode(SqlTypes.JSON)
    private ListContent content;
    private String basis;
    private String reason;
    private Instant startedAt;
    private Long startedBy;
    private Instant effectiveAt;
    private Instant publishedAt;
    private Long publishedBy;
    @Version
    private long lock;

    protected ConditionList() {
    }

    /** Starts the draft of the version that will follow another one. */
    ConditionList(ConditionList previous, int version, Actor author, Instant now) {
        this.province = previous.province;
        this.level = previous.level;
        this.version = version;
        this.state = State.DRAFT;
        this.content = previous.content;
        this.basis = previous.basis;
        this.startedAt = now;
        this.startedBy = author.accountId();
        registerEvent(new Changed("list.started", province, level, version, Map.of(), Map.of("from", previous.version)));
    }

    ConditionList change(ListContent changed) {
        guardDraft();
        var changes = ListComparison.between(content, changed);
        if (!changes.isEmpty()) {
            registerEvent(new Changed("list.changed", province, level, version,
                    ListComparison.values(changes, ListComparison.Field::before), ListComparison.values(changes, ListComparison.Field::after)));
        }
        this.content = changed;
        return this;
    }

    ConditionList publish(String legalBasis, String why, Instant from, Actor publisher, Instant now) {
        guardDraft();
        this.state = State.PUBLISHED;
        this.basis = legalBasis;
        this.reason = why;
        this.effectiveAt = from;
        this.publishedAt = now;
        this.publishedBy = publisher.accountId();
        registerEvent(new Changed("list.published", province, level, version, Map.of(),
                Map.of("basis", legalBasis, "reason", why, "effectiveAt", from)));
        return this;
    }

    ConditionList discard() {
        guardDraft();
        registerEvent(new Changed("list.discarded", province, level, version, Map.of("items", content.items().size()), Map.of()));
        return this;
    }

    private void guardDraft() {
        if (state != State.DRAFT) {
            throw new IllegalStateException("a published list is never edited, only superseded");
        }
    }

    public Long id() {
        return id;
    }

    public String province() {
        return province;
    }

    public RiskLevel level() {
        return level;
    }

    public int version() {
        return version;
    }

    public boolean draft() {
        return state == State.DRAFT;
    }

    public ListContent content() {
        return content;
    }

    public String basis() {
        return basis;
    }

    public String reason() {
        return reason;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant effectiveAt() {
        return effectiveAt;
    }

    public Instant publishedAt() {
        return publishedAt;
    }

    public Long publishedBy() {
        return publishedBy;
    }

    /** The state of the draft that an editor has seen, to be sent back with a change. */
    public long lock() {
        return lock;
    }

    /** A list was started, changed, published or discarded. */
    public record Changed(String action, String province, RiskLevel level, int version, Map<String, Object> before, Map<String, Object> after)
            implements Audited {

        @Override
        public String subject() {
            return "list:" + province + "/" + level + "/" + version;
        }
    }
}
