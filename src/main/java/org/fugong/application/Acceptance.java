package org.fugong.application;

import java.time.Clock;
import java.time.Instant;
import org.fugong.account.Actor;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The lead department accepts an application 受理, once, which asks all departments at the same moment; or does not take it up. */
@Component
public class Acceptance {

    private final ApplicationFiles files;
    private final Filings filings;
    private final Applications applications;
    private final Opinions opinions;
    private final SectorArrangements arrangements;
    private final Applicability applicability;
    private final DeskNotices notices;
    private final Clock clock;

    Acceptance(ApplicationFiles files, Filings filings, Applications applications, Opinions opinions, SectorArrangements arrangements,
            Applicability applicability, DeskNotices notices, Clock clock) {
        this.files = files;
        this.filings = filings;
        this.applications = applications;
        this.opinions = opinions;
        this.arrangements = arrangements;
        this.applicability = applicability;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Accepts it; {@code seen} is the version of the application that its page had shown.
     *
     * @throws NotFound outside the official's county
     * @throws ApplicationConflict where it is not possible now
     */
    @Transactional
    public Filing accept(Actor official, String no, int seen) {
        var held = files.forLead(official, no, seen, ApplicationAct.ACCEPT);
        var now = clock.instant();
        ask(held, official, now);
        applications.save(held.application().accept(now));
        return filings.save(held.filing().accept(now));
    }

    /** Does not take it up, for a reason that the firm is told; otherwise like {@link #accept}. */
    @Transactional
    public Filing notAccept(Actor official, String no, int seen, String reason) {
        var held = files.forLead(official, no, seen, ApplicationAct.NOT_ACCEPT);
        return filings.save(held.filing().notAccept(official, reason, clock.instant()));
    }

    /** Opens the tasks of all departments that the county's arrangement calls for and whose categories the list has items of. */
    private void ask(ApplicationFiles.Held held, Actor official, Instant now) {
        var list = applicability.listOf(held.filing());
        var application = held.application();
        arrangements.of(application.county(), application.sector()).calledFor(held.filing().facts()).stream()
                .filter(one -> one.department() != application.lead()
                        && list.items().stream().anyMatch(item -> one.covers(item.category())))
                .map(one -> opinions.save(new Opinion(application, one, application.dueOn(), now)))
                .forEach(opinion -> notices.asked(held.filing(), opinion, official));
    }
}
