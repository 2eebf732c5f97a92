package org.fugong.application;

import java.time.Clock;
import java.time.Instant;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingStep;
import org.fugong.filing.FilingTransition;
import org.fugong.filing.Filings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins the course of an application with its submission and ends it with its filing, in the same transactions. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApplicationCourse {

    private final Applications applications;
    private final Opinions opinions;
    private final SectorArrangements arrangements;
    private final Filings filings;
    private final ApplicationClocks clocks;
    private final Deadlines deadlines;
    private final ApplicationSettings settings;
    private final DeskNotices notices;
    private final Clock clock;

    ApplicationCourse(Applications applications, Opinions opinions, SectorArrangements arrangements, Filings filings,
            ApplicationClocks clocks, Deadlines deadlines, ApplicationSettings settings, DeskNotices notices, Clock clock) {
        this.applications = applications;
        this.opinions = opinions;
        this.arrangements = arrangements;
        this.filings = filings;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
    }

    @EventListener
    void on(FilingStep.Submitted submitted) {
        if (submitted.kind() == FilingKind.APPLICATION) {
            begin(filings.findById(submitted.filingId()).orElseThrow());
        }
    }

    private void begin(Filing filing) {
        var application = applications.save(new Application(filing, arrangements.of(filing.county(), Sector.of(filing.subject())),
                settings.joint(filing.plan().plannedStaff()),
                filing.dueOn() == null ? deadlines.reply(filing.submittedAt()) : filing.dueOn()));
        notices.submitted(filing, application);
    }

    /** Whatever ends it, a reply, a withdrawal or a change of level: nobody is asked any more. */
    @EventListener
    void on(FilingTransition transition) {
        if (transition.from().undecided() && !transition.to().undecided()) {
            applications.findById(transition.filingId()).ifPresent(application -> end(application, transition.to(), clock.instant()));
        }
    }

    private void end(Application application, FilingState to, Instant now) {
        opinions.findByFilingIdAndState(application.filingId(), Opinion.State.OPEN).forEach(open -> opinions.save(open.lapse(now)));
        clocks.resume(application.filingId(), now);
        applications.save(to == FilingState.PERMITTED || to.declined() ? application.reply(now) : application.close(now));
    }
}
