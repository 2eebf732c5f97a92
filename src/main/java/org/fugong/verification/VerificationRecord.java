package org.fugong.verification;

import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.springframework.data.domain.AbstractAggregateRoot;

/** What is kept of a verification, to be read; {@link Verification} changes it. */
@MappedSuperclass
public abstract class VerificationRecord extends AbstractAggregateRoot<Verification> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    long filingId;
    String county;
    long enterpriseId;
    @Enumerated(EnumType.STRING)
    VerificationState state;
    @Enumerated(EnumType.STRING)
    VerificationTrigger openedFor;
    LocalDate dueOn;
    Instant openedAt;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    ItemResults results;
    @Enumerated(EnumType.STRING)
    Outcome outcome;
    String statement;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> orderedItems;
    LocalDate rectifyBy;
    Instant decidedAt;
    Long decidedBy;
    String answer;
    Instant answeredAt;
    Instant closedAt;
    Long closedBy;
    @Version
    int version;

    public Long id() {
        return id;
    }

    public VerificationTrigger openedFor() {
        return openedFor;
    }

    /** Under what its trail is kept. */
    public String subject() {
        return "verification:" + id;
    }

    public long filingId() {
        return filingId;
    }

    public String county() {
        return county;
    }

    public long enterpriseId() {
        return enterpriseId;
    }

    public VerificationState state() {
        return state;
    }

    /** The day by which somebody has to act next; {@code null} when nobody has. */
    public LocalDate dueOn() {
        return dueOn;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public ItemResults results() {
        return results;
    }

    public Outcome outcome() {
        return outcome;
    }

    /** Whether it ended in an order to rectify or to stop work, whatever became of that. */
    public boolean ordered() {
        return outcome != null && outcome.orders();
    }

    /** The words of the order or advice. */
    public String statement() {
        return statement;
    }

    /** The items that the order names and that are still to be put right. */
    public List<String> orderedItems() {
        return orderedItems;
    }

    public LocalDate rectifyBy() {
        return rectifyBy;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String answer() {
        return answer;
    }

    public Instant answeredAt() {
        return answeredAt;
    }

    public Instant closedAt() {
        return closedAt;
    }

    public int version() {
        return version;
    }
}
