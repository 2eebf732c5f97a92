package org.fugong.application;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.fugong.account.Department;
import org.fugong.enterprise.KeyClass;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.web.Dates;

/** How a county deals with the filing that is an application: who leads, how pressing it is, when its clock runs out. */
@Entity
public class Application {

    @Id
    private Long filingId;
    private String county;
    @Enumerated(EnumType.STRING)
    private Sector sector;
    @Enumerated(EnumType.STRING)
    private Department lead;
    private boolean green;
    private boolean joint;
    @Enumerated(EnumType.STRING)
    private FilingState state;
    private LocalDate clockFrom;
    private LocalDate dueOn;
    private Instant acceptedAt;
    private Instant repliedAt;
    private Boolean onTime;
    private Instant closedAt;
    @Version
    private Integer version;

    protected Application() {
    }

    Application(Filing filing, SectorArrangement arrangement, boolean joint, LocalDate replyBy) {
        this.filingId = filing.id();
        this.county = filing.county();
        this.sector = arrangement.sector();
        this.lead = arrangement.lead();
        this.state = FilingState.SUBMITTED;
        var key = filing.subject().keyClass();
        this.green = key != null && key != KeyClass.GENERAL;
        this.joint = joint;
        this.clockFrom = day(filing.submittedAt());
        this.dueOn = replyBy;
    }

    Application accept(Instant now) {
        acceptedAt = now;
        state = FilingState.ACCEPTED;
        return this;
    }

    /** The county waits for the firm. */
    Application stop() {
        dueOn = null;
        state = FilingState.CORRECTION;
        return this;
    }

    /** The firm has answered: the days of the reply count anew from now on. */
    Application restart(LocalDate replyBy, boolean jointNow, Instant now) {
        clockFrom = day(now);
        dueOn = replyBy;
        joint = jointNow;
        state = FilingState.SUBMITTED;
        return this;
    }

    /** The one reply is given, on the last day at the latest or late. */
    Application reply(Instant now) {
        repliedAt = now;
        onTime = dueOn == null || !day(now).isAfter(dueOn);
        return close(now);
    }

    /** Nothing is to be decided any more. */
    Application close(Instant now) {
        closedAt = now;
        return this;
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, Dates.ZONE);
    }

    public Long filingId() {
        return filingId;
    }

    public String county() {
        return county;
    }

    public Sector sector() {
        return sector;
    }

    public Department lead() {
        return lead;
    }

    /** Whether it is of a key class, and so first in every queue. */
    public boolean green() {
        return green;
    }

    /** Whether so many people are planned that it is reviewed jointly. */
    public boolean joint() {
        return joint;
    }

    /** The day that the days of the reply count from, which itself does not count. */
    public LocalDate clockFrom() {
        return clockFrom;
    }

    /** The last day of the reply; null while the clock stands still. */
    public LocalDate dueOn() {
        return dueOn;
    }

    public Instant acceptedAt() {
        return acceptedAt;
    }

    public Instant repliedAt() {
        return repliedAt;
    }

    /** Whether the reply came in time; null until there is one. */
    public Boolean onTime() {
        return onTime;
    }

    public boolean open() {
        return closedAt == null;
    }

    public int version() {
        return version == null ? 0 : version;
    }
}
