package org.fugong.application;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.audit.Audited;
import org.fugong.filing.Decision.Reason;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.springframework.data.domain.AbstractAggregateRoot;

/** What one department says of an application, once: its task until then. */
@Entity
@DynamicUpdate
public class Opinion extends AbstractAggregateRoot<Opinion> {

    /** Whether it is asked for; void is what the end of the application has made pointless. */
    public enum State {
        OPEN, GIVEN, VOID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long filingId;
    private String county;
    @Enumerated(EnumType.STRING)
    private Department department;
    private String categories;
    @Enumerated(EnumType.STRING)
    private State state;
    private Boolean agrees;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private List<Reason> reasons;
    private String note;
    private boolean green;
    private Instant openedAt;
    private LocalDate dueOn;
    private Instant endedAt;
    private String givenBy;
    @Version
    private Integer version;

    protected Opinion() {
    }

    /** The task of a department, due on the last day of the reply. */
    Opinion(Application application, Participation participation, LocalDate dueOn, Instant now) {
        this.filingId = application.filingId();
        this.county = application.county();
        this.department = participation.department();
        this.categories = participation.categories();
        this.state = State.OPEN;
        this.reasons = List.of();
        this.green = application.green();
        this.openedAt = now;
        this.dueOn = dueOn;
    }

    /** Gives it: agreement, or a reason for each item that stands in the way. */
    Opinion give(Actor official, List<Reason> disagreed, String remark, Instant now) {
        state = State.GIVEN;
        agrees = disagreed.isEmpty();
        reasons = List.copyOf(disagreed);
        note = remark.isEmpty() ? null : remark;
        givenBy = official.name();
        endedAt = now;
        return andEvent(new Given(filingId, county, department, agrees, reasons));
    }

    /** The application has ended without it. */
    Opinion lapse(Instant now) {
        state = State.VOID;
        endedAt = now;
        return this;
    }

    public Long id() {
        return id;
    }

    public long filingId() {
        return filingId;
    }

    public String county() {
        return county;
    }

    public Department department() {
        return department;
    }

    /** The letters of the categories that it is about. */
    public String categories() {
        return categories;
    }

    public State state() {
        return state;
    }

    public boolean open() {
        return state == State.OPEN;
    }

    /** Whether the department agrees; null until it has said so. */
    public Boolean agrees() {
        return agrees;
    }

    public List<Reason> reasons() {
        return reasons;
    }

    /** What the department says besides; null where nothing. */
    public String note() {
        return note;
    }

    public LocalDate dueOn() {
        return dueOn;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    /** The name of who gave it; null until then. */
    public String givenBy() {
        return givenBy;
    }

    public int version() {
        return version == null ? 0 : version;
    }

    /** A department has given its opinion. */
    public record Given(long filingId, String county, Department department, boolean agrees, List<Reason> reasons) implements Audited {
        @Override
        public String action() {
            return "opinion.given";
        }

        @Override
        public String subject() {
            return "filing:" + filingId;
        }

        @Override
        public Map<String, Object> after() {
            var after = new LinkedHashMap<String, Object>(Map.of("department", department, "agrees", agrees));
            if (!reasons.isEmpty()) {
                after.put("reasons", reasons);
            }
            return after;
        }
    }
}
