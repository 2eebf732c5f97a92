package org.fugong.application;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.fugong.calendar.WorkingDays;
import org.fugong.filing.FilingSettings;
import org.fugong.filing.ReplyClock;
import org.fugong.filing.ReplyClock.Light;
import org.fugong.filing.ReplyClock.Stop;
import org.fugong.filing.ReplyClocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the clocks of applications, and stops them while the county waits for the firm. */
@Component
public class ApplicationClocks implements ReplyClocks {

    private final JdbcClient jdbc;
    private final WorkingDays workingDays;
    private final FilingSettings settings;
    private final Clock clock;

    ApplicationClocks(JdbcClient jdbc, WorkingDays workingDays, FilingSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.workingDays = workingDays;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<ReplyClock> of(long filingId) {
        return jdbc.sql("select clock_from, due_on, closed_at is null running from application where filing_id = ?").param(filingId)
                .query((row, n) -> of(filingId, row.getObject("clock_from", LocalDate.class), row.getObject("due_on", LocalDate.class),
                        row.getBoolean("running")))
                .optional();
    }

    private ReplyClock of(long filingId, LocalDate from, LocalDate dueOn, boolean running) {
        var today = LocalDate.now(clock);
        int day = Math.max(0, workingDays.between(from, today));
        int gone = workingDays.isWorkingDay(today) ? day - 1 : day;
        var days = dueOn == null ? settings.replyWorkingDays() : workingDays.between(from, dueOn);
        return new ReplyClock(!running
                ? Light.OFF
                : dueOn == null ? Light.STOPPED : ReplyClock.light(Math.max(0, gone), days, today.isAfter(dueOn)),
                from, dueOn, day, days, stops(filingId));
    }

    /** The times in which the county waited, the first one first. */
    private List<Stop> stops(long filingId) {
        return jdbc.sql("select stopped_at, resumed_at from clock_stop where filing_id = ? order by id").param(filingId)
                .query((row, n) -> new Stop(row.getObject("stopped_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("resumed_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant).orElse(null)))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void stop(long filingId, Instant now) {
        jdbc.sql("insert into clock_stop (filing_id, stopped_at) values (?, ?)")
                .params(filingId, OffsetDateTime.ofInstant(now, ZoneOffset.UTC)).update();
    }

    /** Ends a stop; where the clock runs it is no change. */
    @Transactional(propagation = Propagation.MANDATORY)
    void resume(long filingId, Instant now) {
        jdbc.sql("update clock_stop set resumed_at = ? where filing_id = ? and resumed_at is null")
                .params(OffsetDateTime.ofInstant(now, ZoneOffset.UTC), filingId).update();
    }
}
