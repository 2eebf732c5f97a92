package org.fugong.owed;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.springframework.data.domain.AbstractAggregateRoot;

/** The day on which a province declares the epidemic ended, or takes that back: asked for by one admin, confirmed by another. */
@Entity
@Table(name = "epidemic_end")
public class EpidemicEndVersion extends AbstractAggregateRoot<EpidemicEndVersion> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String province;
    private LocalDate endsOn;
    private String basis;
    private long askedBy;
    private Instant askedAt;
    private Integer version;
    private Long confirmedBy;
    private Instant confirmedAt;
    private Long returnedBy;
    private Instant returnedAt;
    private String returnedWhy;
    @Version
    private int lock;

    /** A step of a version: asked for, confirmed, or given back. */
    public record Step(String what, EpidemicEndVersion end) implements Audited {
        @Override
        public String action() {
            return "epidemic-end." + what;
        }

        @Override
        public String subject() {
            return "epidemic-end:" + end.id;
        }

        @Override
        public Map<String, Object> after() {
            var after = new HashMap<String, Object>(Map.of("endsOn", String.valueOf(end.endsOn), "basis", end.basis));
            if (end.version != null) {
                after.put("version", end.version);
            }
            if (end.returnedWhy != null) {
                after.put("why", end.returnedWhy);
            }
            return after;
        }
    }

    protected EpidemicEndVersion() {
    }

    /** Nothing counts from it yet; {@code endsOn} is null where an earlier one is taken back. */
    EpidemicEndVersion(LocalDate endsOn, String basis, Actor author, Instant now) {
        this.province = author.scope();
        this.endsOn = endsOn;
        this.basis = basis.strip();
        this.askedBy = author.accountId();
        this.askedAt = now;
        registerEvent(new Step("asked", this));
    }

    EpidemicEndVersion confirm(int number, Actor admin, Instant now) {
        version = number;
        confirmedBy = admin.accountId();
        confirmedAt = now;
        return andEvent(new Step("confirmed", this));
    }

    /** {@code why} is empty where whoever asked takes it back. */
    EpidemicEndVersion giveBack(String why, Actor admin, Instant now) {
        returnedBy = admin.accountId();
        returnedAt = now;
        returnedWhy = why.strip();
        return andEvent(new Step("returned", this));
    }

    public Long id() {
        return id;
    }

    /** Null where an earlier one is taken back. */
    public LocalDate endsOn() {
        return endsOn;
    }

    /** The notice that declares it. */
    public String basis() {
        return basis;
    }

    public long askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** Null until it is confirmed. */
    public Integer version() {
        return version;
    }

    public Long confirmedBy() {
        return confirmedBy;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    /** Whether it is neither confirmed nor given back. */
    public boolean waits() {
        return confirmedAt == null && returnedAt == null;
    }

    public int lock() {
        return lock;
    }
}
