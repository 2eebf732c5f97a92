package org.fugong.replay;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.audit.Audited;
import org.springframework.data.domain.AbstractAggregateRoot;

/** One recomputation of the verdicts of a county or a province: how far it has come and what it found. */
@Entity
public class VerdictRun extends AbstractAggregateRoot<VerdictRun> {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;
    private String scope;
    private Long askedBy;
    private Instant askedAt;
    private Integer filings;
    private long lastId;
    private int done;
    private int differing;
    private int reworded;
    private Instant finishedAt;

    protected VerdictRun() {
    }

    /** Asked for by an official or an admin, or, without an actor, on the command line. */
    VerdictRun(String scope, Actor actor, Instant now) {
        this.scope = scope;
        this.askedBy = actor == null ? null : actor.accountId();
        this.askedAt = now;
    }

    /** The trace that it was asked for, once it has an identity. */
    VerdictRun asked() {
        return andEvent(new Traced("verdicts.asked", id, scope, Map.of()));
    }

    VerdictRun expect(int filings) {
        this.filings = filings;
        return this;
    }

    /** So many more filings were looked at, the last of them by its id. */
    VerdictRun advance(long lastId, int filings, int differing, int reworded) {
        this.lastId = lastId;
        this.done += filings;
        this.differing += differing;
        this.reworded += reworded;
        return this;
    }

    VerdictRun finish(Instant now) {
        finishedAt = now;
        return andEvent(
                new Traced("verdicts.recomputed", id, scope, Map.of("filings", done, "differing", differing, "reworded", reworded)));
    }

    public Long id() {
        return id;
    }

    public String scope() {
        return scope;
    }

    /** Null where it was asked for on the command line. */
    public Long askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** How many filings there are to look at; null until they are counted. */
    public Integer filings() {
        return filings;
    }

    long lastId() {
        return lastId;
    }

    public int done() {
        return done;
    }

    /** The filings of which a verdict or a figure is not what it was. */
    public int differing() {
        return differing;
    }

    /** The filings that are judged as they were, in other words. */
    public int reworded() {
        return reworded;
    }

    /** Null while it is under way. */
    public Instant finishedAt() {
        return finishedAt;
    }

    /** It was asked for or finished. */
    public record Traced(String action, long run, String county, Map<String, Object> after) implements Audited {

        @Override
        public String subject() {
            return "verdicts:" + run;
        }
    }
}
