package org.fugong.calendar;

import java.util.Collection;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.web.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The holidays of the years, as admins of a province keep them: they are the State Council's and the same everywhere. */
@Component
public class Holidays {

    /** The years that may be kept. */
    public static final int FIRST = 2000;
    public static final int LAST = 2100;

    private final HolidayYears years;

    Holidays(HolidayYears years) {
        this.years = years;
    }

    @Transactional(readOnly = true)
    public List<HolidayYear> years() {
        return years.findAllByOrderByYear();
    }

    /** A year; an empty one where nothing is known of it. */
    @Transactional(readOnly = true)
    public HolidayYear of(int year) {
        if (year < FIRST || year > LAST) {
            throw new NotFound();
        }
        return years.findById(year).orElseGet(() -> new HolidayYear(year));
    }

    /**
     * Replaces what is known of a year.
     *
     * @param seen the lock of the year on which the decision was made
     */
    @Transactional
    public HolidayYear arrange(int year, Collection<SpecialDay> days, String notice, boolean loaded, int seen, Actor actor) {
        if (actor.role() != Role.PROVINCE_ADMIN) {
            throw new NotFound();
        }
        of(year);
        years.begin(year);
        var kept = years.findById(year).orElseThrow();
        if (kept.lock() != seen) {
            throw new OptimisticLockingFailureException("the holidays of " + year + " were arranged in between");
        }
        return years.saveAndFlush(kept.arrange(days, notice, loaded));
    }
}
