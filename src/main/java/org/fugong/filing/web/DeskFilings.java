package org.fugong.filing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.filing.Duty;
import org.fugong.filing.EpidemicEnd;
import org.fugong.filing.FiledContents;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingReading;
import org.fugong.filing.FilingState;
import org.fugong.risk.Regime;
import org.fugong.web.NotFound;
import org.fugong.web.Versioned;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** A filing as the desk of its county shows it: its heading at once, and what it says when that is to be drawn. */
@Component
class DeskFilings {

    private final JdbcTemplate jdbc;
    private final FilingReading filings;
    private final DeskReading reading;
    private final EpidemicEnd end;

    DeskFilings(JdbcTemplate jdbc, FilingReading filings, DeskReading reading, EpidemicEnd end) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.reading = reading;
        this.end = end;
    }

    /** What a filing is listed under, and where it stands. */
    record Heading(long id, int version, String no, String name, String county, String province, FilingKind kind, FilingState state,
            Regime regime,
            LocalDate dueOn, Instant submittedAt) {

        /** Whether it is an application that the county has still to reply to. */
        public boolean undecided() {
            return kind == FilingKind.APPLICATION && state.undecided();
        }

        public boolean checkedAfterwards() {
            return state.checkedAfterwards(regime);
        }
    }

    /** What the firm has been asked to do about a filing, by when. */
    record Asked(Duty duty, LocalDate dueOn) {
    }

    /** {@link NotFound} for what was not filed in a county that the reader belongs to; a draft has no number. */
    Heading heading(Actor reader, String no) {
        return jdbc
                .query("""
                        select id, version, no, name, county, province, kind, state, regime, due_on, submitted_at
                        from filing where no = ? and county = ?""",
                        (row, n) -> new Heading(row.getLong("id"), row.getInt("version"), row.getString("no"), row.getString("name"),
                                row.getString("county"), row.getString("province"), FilingKind.valueOf(row.getString("kind")),
                                FilingState.valueOf(row.getString("state")),
                                Regime.valueOf(row.getString("regime")), row.getObject("due_on", LocalDate.class),
                                row.getObject("submitted_at", OffsetDateTime.class).toInstant()),
                        no, reading.countyOf(reader, no))
                .stream().findFirst().orElseThrow(NotFound::new);
    }

    Filing filing(Actor reader, String no) {
        return filings.of(reader, no);
    }

    Versioned<FiledContents> filed(Actor reader, Heading heading) {
        return new Versioned<>(List.of(heading.id(), heading.version(), String.valueOf(end.of(heading.province()))),
                () -> filings.contents(filing(reader, heading.no())));
    }

    List<Asked> asked(Heading heading) {
        return jdbc.query("select duty, due_on from obligation where filing_id = ? and state = 'OPEN' order by id",
                (row, n) -> new Asked(Duty.valueOf(row.getString("duty")), row.getObject("due_on", LocalDate.class)), heading.id());
    }
}
