package org.fugong.filing;

import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fugong.web.Dates;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.springframework.data.domain.AbstractAggregateRoot;

/** What is kept of the items that a filing owes 容缺, and of those that were supplied since. */
@MappedSuperclass
public abstract class OwedRecord extends AbstractAggregateRoot<Filing> {

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<OwedItem> owed;
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<SuppliedItem> supplied;
    Instant advisedAt;
    LocalDate owedFrom;

    public abstract FilingKind kind();

    public abstract FilingState state();

    public abstract Instant submittedAt();

    /** What is still owed: what was owed when it was submitted, without what was supplied since. */
    public List<OwedItem> owed() {
        return owed(null);
    }

    /** The same with a day where it is counted from the end of the epidemic; {@code null} while that is not known. */
    public List<OwedItem> owed(LocalDate epidemicEnd) {
        var start = owedSince();
        return owed.stream().filter(item -> supplied(item.code()) == null)
                .map(item -> start == null
                        ? item.onceEnded(epidemicEnd)
                        : item.countedFrom(start).onceEnded(epidemicEnd).countedFrom(start))
                .toList();
    }

    /** The day before which nothing that is owed is due; {@code null} while work may not start. */
    public LocalDate owedSince() {
        return owedFrom != null || kind() == FilingKind.APPLICATION || submittedAt() == null
                ? owedFrom
                : LocalDate.ofInstant(submittedAt(), Dates.ZONE);
    }

    /** What was owed and is owed no longer. */
    public List<SuppliedItem> supplied() {
        return supplied;
    }

    /** How an owed item was supplied; {@code null} where it was not. */
    public SuppliedItem supplied(String code) {
        return supplied.stream().filter(item -> item.code().equals(code)).findFirst().orElse(null);
    }

    /** Whether what is owed is no more than advice: since the county came down to low risk. */
    public boolean owesAdvice() {
        return advisedAt != null || state() == FilingState.CLOSED;
    }

    /** Whether an item is owed and may be supplied: also while an application waits for its reply. */
    public boolean supplies(String code) {
        return state().live() && owed().stream().anyMatch(item -> item.code().equals(code));
    }
}
