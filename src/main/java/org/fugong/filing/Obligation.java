package org.fugong.filing;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.audit.Audited;
import org.fugong.risk.LevelTransition;
import org.springframework.data.domain.AbstractAggregateRoot;

/** What a firm that keeps running is asked to do about a filing because the level of its county has changed, and by when. */
@Entity
public class Obligation extends AbstractAggregateRoot<Obligation> {

    /** Whether it is still asked for; void is what a later change has made pointless. */
    public enum State {
        OPEN, FULFILLED, VOID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    @Enumerated(EnumType.STRING)
    private Duty duty;
    @Enumerated(EnumType.STRING)
    private State state;
    private long filingId;
    private long siteId;
    private long enterpriseId;
    private String county;
    private long changeId;
    private LocalDate dueOn;
    private Instant askedAt;
    private Instant endedAt;
    @Version
    private int version;

    /** A step of an obligation, traced where the steps of its filing are. */
    public record Step(String what, Obligation obligation, List<String> items) implements Audited {
        @Override
        public String action() {
            return "obligation." + what;
        }

        @Override
        public String subject() {
            return "filing:" + obligation.filingId;
        }

        @Override
        public String county() {
            return obligation.county;
        }

        @Override
        public Map<String, Object> after() {
            var after = new HashMap<String, Object>(Map.of("duty", obligation.duty, "change", obligation.changeId));
            if (obligation.dueOn != null) {
                after.put("dueOn", obligation.dueOn);
            }
            if (!items.isEmpty()) {
                after.put("items", items);
            }
            return after;
        }
    }

    protected Obligation() {
    }

    /** {@code dueOn} is null for what may be done at any time. */
    public Obligation(Duty duty, Filing filing, LevelTransition transition, LocalDate dueOn, Instant now) {
        this.duty = duty;
        this.state = State.OPEN;
        this.filingId = filing.id();
        this.siteId = filing.siteId();
        this.enterpriseId = filing.enterpriseId();
        this.county = filing.county();
        this.changeId = transition.changeId();
        this.dueOn = dueOn;
        this.askedAt = now;
        registerEvent(new Step("asked", this, List.of()));
    }

    /** The firm has confirmed some of what it was asked to confirm. */
    public Obligation confirm(List<String> items) {
        return andEvent(new Step("confirmed", this, items));
    }

    public Obligation fulfil(Instant now) {
        return end(State.FULFILLED, now, "fulfilled");
    }

    public Obligation lapse(Instant now) {
        return end(State.VOID, now, "lapsed");
    }

    /** What has ended stays as it ended. */
    private Obligation end(State next, Instant now, String what) {
        if (state != State.OPEN) {
            return this;
        }
        state = next;
        endedAt = now;
        return andEvent(new Step(what, this, List.of()));
    }

    public Long id() {
        return id;
    }

    public Duty duty() {
        return duty;
    }

    public State state() {
        return state;
    }

    public long filingId() {
        return filingId;
    }

    public long siteId() {
        return siteId;
    }

    public long enterpriseId() {
        return enterpriseId;
    }

    /** By when; null where it is a matter of the firm's own interest. */
    public LocalDate dueOn() {
        return dueOn;
    }

    public Instant askedAt() {
        return askedAt;
    }
}
