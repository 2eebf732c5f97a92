package org.fugong.filing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.fugong.calendar.WorkingDays;
import org.fugong.risk.LevelTransition;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** By when things are done about filings, in working days from a moment, whose day does not count. */
@Component
public class Deadlines {

    private final WorkingDays workingDays;
    private final FilingSettings settings;
    private final Clock clock;

    Deadlines(WorkingDays workingDays, FilingSettings settings, Clock clock) {
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the county to check a filing. */
    public LocalDate check(Instant from) {
        return after(from, settings.verificationWorkingDays());
    }

    /** For the county to reply to an application. */
    public LocalDate reply(Instant from) {
        return after(from, settings.replyWorkingDays());
    }

    /** For a firm to do what is asked after a change of level; one that reaches back, or is done late, takes none of its days. */
    public LocalDate firm(LevelTransition transition) {
        var now = clock.instant();
        return after(transition.at().isBefore(now) ? now : transition.at(), settings.daysToFile());
    }

    private LocalDate after(Instant from, int days) {
        return workingDays.after(LocalDate.ofInstant(from, Dates.ZONE), days);
    }
}
