package org.fugong.verification;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.fugong.account.Actor;
import org.fugong.adaptation.CountyLists;
import org.fugong.audit.Audited;
import org.fugong.audit.Trail;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an official of the county does with a verification, and what follows for the filing.
 * Every act names the version that the official saw; if it has moved on, the act is {@link VerificationOvertaken}.
 */
@Component
public class VerificationDecision {

    private final Verifications verifications;
    private final Filings filings;
    private final CountyLists lists;
    private final RiskLevels levels;
    private final VerificationSettings settings;
    private final Trail trail;
    private final Clock clock;

    VerificationDecision(Verifications verifications, Filings filings, CountyLists lists, RiskLevels levels,
            VerificationSettings settings, Trail trail, Clock clock) {
        this.verifications = verifications;
        this.filings = filings;
        this.lists = lists;
        this.levels = levels;
        this.settings = settings;
        this.trail = trail;
        this.clock = clock;
    }

    /** The bounds of a date that an order may name today. */
    public Deadline deadline() {
        return Deadline.from(clock.instant().atZone(Dates.ZONE).toLocalDate(), settings);
    }

    /** What may be checked of a filing: the list that it was judged by. */
    public Checklist checklist(Filing filing) {
        return Checklist.of(lists.of(filing.basis().listId(), filing.basis().adaptationId(), filing.county()), filing);
    }

    /** Keeps results; {@code rest}, unless it is null, is the mark of every item that has none. */
    @Transactional
    public void record(Actor actor, long id, int seen, ItemResults results, Conformity rest) {
        act(actor, id, seen, (verification, at) -> {
            var list = checklist(filing(verification));
            return verification.record(rest == null ? results : results.filled(list, rest), list);
        });
    }

    /** Refuses what could not be concluded, and concludes nothing: for who is asked to confirm it. */
    @Transactional
    public void examine(Actor actor, long id, int seen, ItemResults results, Conclusion conclusion) {
        attempt(actor, id, seen,
                (verification, at) -> verification.examine(conclusion, results, checklist(filing(verification)), deadline(), at));
    }

    @Transactional
    public void conclude(Actor actor, long id, int seen, ItemResults results, Conclusion conclusion) {
        act(actor, id, seen,
                (verification, at) -> verification.conclude(conclusion, results, checklist(filing(verification)), deadline(), at));
    }

    @Transactional
    public void close(Actor actor, long id, int seen, String note) {
        act(actor, id, seen, (verification, at) -> verification.close(note, at));
    }

    @Transactional
    public void release(Actor actor, long id, int seen) {
        act(actor, id, seen, (verification, at) -> verification.release(at));
    }

    @Transactional
    public void sendBack(Actor actor, long id, int seen, List<String> left, String reason, LocalDate by) {
        act(actor, id, seen, (verification, at) -> verification.sendBack(left, reason, by, deadline(), at));
    }

    @Transactional
    public void extend(Actor actor, long id, int seen, LocalDate by) {
        act(actor, id, seen, (verification, at) -> verification.extend(by, deadline(), at));
    }

    private void act(Actor actor, long id, int seen, BiFunction<Verification, ActContext, Verification> step) {
        follow(verifications.save(attempt(actor, id, seen, step)));
    }

    private Verification attempt(Actor actor, long id, int seen, BiFunction<Verification, ActContext, Verification> step) {
        var verification = verifications.findByIdAndCounty(id, actor.scope()).orElseThrow(NotFound::new);
        if (verification.version() != seen) {
            throw new VerificationOvertaken();
        }
        levels.hold(verification.county());
        var lowRisk = levels.now(verification.county()).level() == RiskLevel.LOW;
        try {
            return step.apply(verification, new ActContext(actor, clock.instant(), lowRisk));
        } catch (VerificationRefused refused) {
            var outside = refused.outsideList();
            if (!outside.isEmpty()) {
                trail.refused(new OutsideList(verification.subject(), verification.county(), outside));
            }
            throw refused;
        }
    }

    /** The filing stops while an order to stop stands, owes no longer what was found met, and is due when its verification is. */
    private void follow(Verification verification) {
        var filing = filing(verification);
        if (verification.state() == VerificationState.STOP_WORK && filing.state().mayStart()) {
            filing.suspend(verification.statement(), clock.instant());
        } else if (!verification.state().open() && filing.state() == FilingState.SUSPENDED) {
            filing.resume(clock.instant());
        }
        filings.save(filing.supply(verification.settled(), LocalDate.ofInstant(clock.instant(), Dates.ZONE)).checked(verification.dueOn()));
    }

    private Filing filing(Verification verification) {
        return filings.findById(verification.filingId()).orElseThrow();
    }

    /**
     * An official was refused a finding or an order for what the filing's list does not ask; kept beside the verification's own
     * history.
     */
    private record OutsideList(String verification, String county, List<String> codes) implements Audited {

        @Override
        public String action() {
            return "verification.order-refused";
        }

        @Override
        public String subject() {
            return verification + "/order";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("codes", codes);
        }
    }
}
