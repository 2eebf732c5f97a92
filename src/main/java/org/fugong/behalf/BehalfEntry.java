package org.fugong.behalf;

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
import org.fugong.filing.Filing;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A filing that an official, or a clerk of the hotline, enters for a firm: who, how the firm told it, and when it was submitted. */
@Entity
public class BehalfEntry extends AbstractAggregateRoot<BehalfEntry> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private long enterpriseId;
    private long filingId;
    private String county;
    @Enumerated(EnumType.STRING)
    private EntryChannel channel;
    private String spokenWith;
    private long enteredBy;
    private Instant enteredAt;
    private Instant submittedAt;
    @Version
    private int version;

    /** A step of an entry, traced where the steps of its filing are; who told it stays out of the trail. */
    public record Step(String what, BehalfEntry entry) implements Audited {
        @Override
        public String action() {
            return "behalf-entry." + what;
        }

        @Override
        public String subject() {
            return "filing:" + entry.filingId;
        }

        @Override
        public String county() {
            return entry.county;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("channel", entry.channel);
        }
    }

    protected BehalfEntry() {
    }

    BehalfEntry(Filing draft, EntryChannel channel, String spokenWith, Actor official, Instant now) {
        this.enterpriseId = draft.enterpriseId();
        this.filingId = draft.id();
        this.county = draft.county();
        this.channel = channel;
        this.spokenWith = spokenWith;
        this.enteredBy = official.accountId();
        this.enteredAt = now;
        registerEvent(new Step("opened", this));
    }

    BehalfEntry submit(Instant now) {
        submittedAt = now;
        return andEvent(new Step("submitted", this));
    }

    public Long id() {
        return id;
    }

    public long enterpriseId() {
        return enterpriseId;
    }

    public long filingId() {
        return filingId;
    }

    public EntryChannel channel() {
        return channel;
    }

    public long enteredBy() {
        return enteredBy;
    }

    /** Who of the firm told it by phone, or brought the paper; null where nobody was noted. */
    public String spokenWith() {
        return spokenWith;
    }

    public boolean submitted() {
        return submittedAt != null;
    }
}
