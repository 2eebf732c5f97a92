package org.fugong.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.function.Supplier;
import org.fugong.account.Actor;
import org.fugong.account.SignedIn;
import org.fugong.calendar.WorkingDays;
import org.fugong.web.Dates;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.stereotype.Component;

/** Where the demonstration is acted: somebody does something at a time before the present, as it would have been done. */
@Component
@Demonstrated
class ActingInThePast {

    private final DemonstrationClock clock;
    private final WorkingDays workingDays;
    private final LocalDate today;

    ActingInThePast(DemonstrationClock clock, WorkingDays workingDays) {
        this.clock = clock;
        this.workingDays = workingDays;
        this.today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    }

    /** So many working days before today, at an hour of the day. */
    Instant before(int days, int hour) {
        var day = today;
        for (int left = days; left > 0;) {
            day = day.minusDays(1);
            if (workingDays.isWorkingDay(day)) {
                left--;
            }
        }
        return day.atTime(LocalTime.of(hour, (days * 7 + hour * 11) % 60)).atZone(Dates.ZONE).toInstant();
    }

    /** The morning so many days from today. */
    Instant ahead(int days) {
        return today.plusDays(days).atTime(8, 0).atZone(Dates.ZONE).toInstant();
    }

    void act(Actor actor, Instant at, Runnable act) {
        act(actor, at, () -> {
            act.run();
            return null;
        });
    }

    <T> T act(Actor actor, Instant at, Supplier<T> act) {
        clock.show(at);
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(actor, at), null, List.of(new SimpleGrantedAuthority("ROLE_" + actor.role())))));
        try {
            return act.get();
        } finally {
            clear();
        }
    }

    /** The same by nobody in particular, as when a firm registers. */
    <T> T act(Instant at, Supplier<T> act) {
        clock.show(at);
        try {
            return act.get();
        } finally {
            clear();
        }
    }

    private void clear() {
        SecurityContextHolder.clearContext();
        clock.showPresent();
    }
}
