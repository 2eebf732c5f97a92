package org.fugong.filing.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.fugong.calendar.DueDates;
import org.fugong.filing.Duty;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.risk.Regime;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The filings of a firm and what it is asked to do about them, for its home page, which shows nothing of what they say. */
@Component
class FirmFilings {

    private static final String SUMMARY = """
            select f.id, no, site_id, coalesce(subject ->> 'site', site.name) site, f.county, kind, state, regime,
                   coalesce(submitted_at, started_at) at,
                   case when advised_at is null and state <> 'CLOSED' then jsonb_array_length(owed) - jsonb_array_length(supplied)
                        else 0 end owed_items, jsonb_array_length(supplied) supplied_items,
                   changes_id is not null changes
            from filing f join site on site.id = site_id where f.enterprise_id = ?\s""";

    private final JdbcTemplate jdbc;
    private final DueDates due;

    FirmFilings(JdbcTemplate jdbc, DueDates due) {
        this.jdbc = jdbc;
        this.due = due;
    }

    /**
     * A filing or a draft, which has no number yet; since it was submitted, or begun, at a moment, with how many items are owed
     * and how many a check has confirmed; whether it is a later version of another, or to become one.
     */
    record Summary(long id, String no, long siteId, String site, String county, FilingKind kind, FilingState state, Regime regime,
            Instant at, int owed, int supplied, boolean changes) {

        public String address() {
            return no == null ? "/my/drafts/" + id : "/my/filings/" + no;
        }

        public String style() {
            return state.mayStart()
                    ? "tag-met"
                    : state == FilingState.SUSPENDED || state.declined() ? "tag-unmet" : "tag-plain";
        }
    }

    /** What a firm is asked to do for a site, by when, how pressing that is in words (null: not), and where. */
    record Asked(long siteId, Duty duty, LocalDate dueOn, String pressure, String link) {
    }

    /** Those before a key, the newest first, for a page. */
    List<Summary> page(long enterpriseId, long before, int atMost) {
        return jdbc.query(SUMMARY + "and f.id < ? order by f.id desc limit ?", FirmFilings::summary, enterpriseId, before, atMost);
    }

    /** The drafts and the live ones of all sites. */
    List<Summary> open(long enterpriseId) {
        return jdbc.query(SUMMARY + "and state = any (?)", FirmFilings::summary, enterpriseId,
                FilingState.OPEN.stream().map(Enum::name).toArray(String[]::new));
    }

    /** The latest of each site, whatever became of it. */
    List<Summary> latest(long enterpriseId) {
        return jdbc.query("select distinct on (site_id) * from (" + SUMMARY + ") all_of_them order by site_id, id desc",
                FirmFilings::summary, enterpriseId);
    }

    /** What the firm is asked to do, the most pressing first. */
    List<Asked> asked(long enterpriseId) {
        return jdbc.query("""
                select o.site_id, duty, o.due_on, no from obligation o join filing on filing.id = filing_id
                where o.enterprise_id = ? and o.state = 'OPEN' order by o.due_on, o.id""", (row, n) -> {
            var duty = Duty.valueOf(row.getString("duty"));
            var site = row.getLong("site_id");
            var dueOn = row.getObject("due_on", LocalDate.class);
            return new Asked(site, duty, dueOn, due.words(dueOn), duty.link(row.getString("no"), site));
        }, enterpriseId);
    }

    private static Summary summary(ResultSet row, int n) throws SQLException {
        return new Summary(row.getLong("id"), row.getString("no"), row.getLong("site_id"), row.getString("site"), row.getString("county"),
                FilingKind.valueOf(row.getString("kind")), FilingState.valueOf(row.getString("state")),
                Regime.valueOf(row.getString("regime")), row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("owed_items"),
                row.getInt("supplied_items"), row.getBoolean("changes"));
    }
}
