package org.fugong.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.inspection.PositiveListing.Reason;
import org.fugong.inspection.PositiveListing.Step;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The positive lists of counties, each kept by the admin of its county; the firm is told of each change. */
@Component
public class PositiveList {

    private static final String LISTED = """
            select p.id, p.county, p.enterprise_id, e.credit_code, e.name, p.reason, p.note, p.valid_until, p.ended_at, p.version
            from positive_listing p join enterprise e on e.id = p.enterprise_id\s""";

    private final JdbcClient jdbc;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PositiveList(JdbcClient jdbc, Notices notices, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    /** Some entries of the admin's county, the newest first, those before one of them; what is over is among them. */
    @Transactional(readOnly = true)
    public List<PositiveListing> page(Actor admin, long before, int size) {
        requireAdmin(admin);
        return jdbc.sql(LISTED + "where p.county = ? and p.id < ? order by p.id desc limit ?").params(admin.scope(), before, size)
                .query(PositiveList::listing).list();
    }

    @Transactional(readOnly = true)
    public PositiveListing of(Actor admin, long id) {
        requireAdmin(admin);
        return jdbc.sql(LISTED + "where p.county = ? and p.id = ?").params(admin.scope(), id).query(PositiveList::listing).optional()
                .orElseThrow(NotFound::new);
    }

    /**
     * Puts a firm on the list, or changes its entry where it is on it.
     *
     * @throws NoSuchFirm where no firm with this code has a site in the county
     */
    @Transactional
    public PositiveListing put(Actor admin, String creditCode, Reason reason, String note, LocalDate validUntil) {
        requireAdmin(admin);
        long firm = jdbc.sql("""
                select e.id from enterprise e where e.credit_code = ?
                    and exists (select 1 from site s where s.enterprise_id = e.id and s.county = ?) for update""")
                .params(creditCode, admin.scope()).query(Long.class).optional().orElseThrow(NoSuchFirm::new);
        var before = jdbc.sql(LISTED + "where p.county = ? and p.enterprise_id = ? and p.ended_at is null").params(admin.scope(), firm)
                .query(PositiveList::listing).optional();
        var id = jdbc.sql("""
                insert into positive_listing (county, enterprise_id, reason, note, valid_until, listed_at, listed_by, version)
                values (:county, :firm, :reason, :note, :until, :now, :by, 0)
                on conflict (county, enterprise_id) where ended_at is null
                do update set reason = :reason, note = :note, valid_until = :until, version = positive_listing.version + 1
                returning id""")
                .param("county", admin.scope()).param("firm", firm).param("reason", reason.name()).param("note", note)
                .param("until", validUntil).param("now", now()).param("by", admin.accountId()).query(Long.class).single();
        var listing = of(admin, id);
        step(before.isPresent() ? "positive-list.changed" : "positive-list.listed", listing,
                before.map(PositiveList::state).orElseGet(Map::of), state(listing));
        return listing;
    }

    /** Takes a firm off before its time; {@link OptimisticLockingFailureException} where the entry was changed meanwhile. */
    @Transactional
    public void end(Actor admin, long id, int seen) {
        var listing = of(admin, id);
        int ended = jdbc.sql("""
                update positive_listing set ended_at = ?, ended_by = ?, version = version + 1
                where id = ? and version = ? and ended_at is null""").params(now(), admin.accountId(), id, seen).update();
        if (ended == 0) {
            throw new OptimisticLockingFailureException("the entry was changed in between");
        }
        step("positive-list.ended", of(admin, id), state(listing), Map.of());
    }

    private void step(String action, PositiveListing listing, Map<String, Object> before, Map<String, Object> after) {
        notices.send(List.of(new Notice(listing.enterpriseId(), "positive-list:" + listing.id() + ":" + listing.version(),
                "notice." + action, List.of("#" + "positive-reason." + listing.reason(), listing.validUntil().toString()), "/my")));
        events.publishEvent(new Step(action, listing, before, after));
    }

    private static Map<String, Object> state(PositiveListing listing) {
        return Map.of("reason", listing.reason(), "note", listing.note(), "until", listing.validUntil());
    }

    private static void requireAdmin(Actor admin) {
        if (admin.role() != Role.COUNTY_ADMIN) {
            throw new NotFound();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static PositiveListing listing(ResultSet row, int n) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new PositiveListing(row.getLong("id"), row.getString("county"), row.getLong("enterprise_id"), row.getString("credit_code"),
                row.getString("name"), Reason.valueOf(row.getString("reason")), row.getString("note"),
                row.getObject("valid_until", LocalDate.class), ended == null ? null : ended.toInstant(), row.getInt("version"));
    }

    /** There is no firm with this credit code in the county. */
    public static class NoSuchFirm extends RuntimeException {
    }
}
