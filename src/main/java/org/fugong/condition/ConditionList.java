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
import java.util.Objects;
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
    public enum State {
        DRAFT, PUBLISHED
    }

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
    private Long changedBy;
    private Instant askedAt;
    private Long askedBy;
    private Instant wantedAt;
    private boolean correction;
    private String returned;
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

    ConditionList change(ListContent changed, Actor author) {
        guardEditable();
        var changes = ListComparison.between(content, changed);
        if (!content.equals(changed)) {
            var before = ListComparison.values(changes, ListComparison.Field::before);
            var after = ListComparison.values(changes, ListComparison.Field::after);
            var around = ContentComparison.between(content, changed);
            before.putAll(ContentComparison.values(around, ListComparison.Field::before));
            after.putAll(ContentComparison.values(around, ListComparison.Field::after));
            // tells those whose edit collides with this one that they had not seen it
            before.put("lock", lock);
            registerEvent(new Changed("list.changed", province, level, version, before, after));
            this.content = changed;
            this.changedBy = author.accountId();
        }
        return this;
    }

    /** From now on it is as somebody else is to confirm it, and not edited unless it comes back. */
    public ConditionList ask(PublicationRequest request, Actor author, Instant now) {
        guardEditable();
        this.basis = request.basis().strip();
        this.reason = request.reason().strip();
        this.wantedAt = request.from();
        this.correction = request.correction();
        this.returned = null;
        this.askedAt = now;
        this.askedBy = author.accountId();
        registerEvent(new Changed("list.asked", province, level, version, Map.of(), Map.of("basis", basis, "reason", reason,
                "effectiveAt", wantedAt == null ? "at once" : wantedAt, "correction", correction)));
        return this;
    }

    /** Who asked takes it back, anybody else sends it back; what was asked for is kept, to be asked for again. */
    public ConditionList giveBack(String why, Actor actor) {
        guardAsked();
        this.returned = askedBy == actor.accountId() || why.isEmpty() ? null : why;
        registerEvent(new Changed(askedBy == actor.accountId() ? "list.taken-back" : "list.sent-back", province, level, version,
                Map.of("askedBy", askedBy), Map.of("reason", why)));
        this.askedAt = null;
        this.askedBy = null;
        return this;
    }

    public ConditionList publish(Actor publisher, Instant now) {
        guardAsked();
        this.state = State.PUBLISHED;
        this.effectiveAt = wantedAt == null ? now : wantedAt;
        this.publishedAt = now;
        this.publishedBy = publisher.accountId();
        registerEvent(new Changed("list.published", province, level, version, Map.of("askedBy", askedBy),
                Map.of("basis", basis, "reason", reason, "effectiveAt", effectiveAt, "correction", correction)));
        return this;
    }

    ConditionList discard() {
        guardEditable();
        registerEvent(new Changed("list.discarded", province, level, version, Map.of("items", content.items().size()), Map.of()));
        return this;
    }

    /** Whether somebody had a hand in what is asked to be published, and so is not a second pair of eyes. */
    public boolean isWorkOf(Actor actor) {
        return Objects.equals(askedBy, actor.accountId()) || Objects.equals(changedBy, actor.accountId());
    }

    private void guardEditable() {
        if (!editable()) {
            throw new IllegalStateException("a list is edited only as a draft that nobody is asked to confirm");
        }
    }

    private void guardAsked() {
        if (!asked()) {
            throw new IllegalStateException("a list is published only as it was asked for");
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

    /** A draft that somebody has asked to be published and that waits for a second admin. */
    public boolean asked() {
        return draft() && askedAt != null;
    }

    public boolean editable() {
        return draft() && askedAt == null;
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

    public Instant askedAt() {
        return askedAt;
    }

    public Long askedBy() {
        return askedBy;
    }

    /** When it is, or was, wanted to take effect; {@code null} for at once. */
    public Instant wantedAt() {
        return wantedAt;
    }

    /** Whether it takes effect before it was published, to put right what was wrong until then. */
    public boolean correction() {
        return correction;
    }

    /** Why the draft came back from whoever was to confirm it, or {@code null}. */
    public String returned() {
        return returned;
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

    /** A list was started, changed, asked for, given back, published or discarded. */
    public record Changed(String action, String province, RiskLevel level, int version, Map<String, Object> before,
            Map<String, Object> after)
            implements
                Audited {

        @Override
        public String subject() {
            return "list:" + province + "/" + level + "/" + version;
        }
    }
}
