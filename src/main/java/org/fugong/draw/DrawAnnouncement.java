package org.fugong.draw;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.draw.recomputation.PoolHead;
import org.fugong.draw.recomputation.Seed;
import org.fugong.draw.recomputation.Stratum;
import org.fugong.job.Jobs;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Announces draws for the county of an official: from then on rule, pool and seed are fixed, and two hashes bind them. */
@Component
public class DrawAnnouncement {

    private final Draws draws;
    private final PoolSelection selection;
    private final InspectorPool inspectors;
    private final DrawConditions conditions;
    private final PoolFile files;
    private final StratumNames names;
    private final Jobs jobs;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    DrawAnnouncement(Draws draws, PoolSelection selection, InspectorPool inspectors, DrawConditions conditions, PoolFile files,
            StratumNames names, Jobs jobs, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.draws = draws;
        this.selection = selection;
        this.inspectors = inspectors;
        this.conditions = conditions;
        this.files = files;
        this.names = names;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The pool as it would be, for a draw on a day. */
    @Transactional(readOnly = true)
    public PoolPreview preview(Actor official, PoolScope scope, Stratification by, LocalDate day) {
        var county = county(official);
        var firms = selection.preview(county, scope, by, day);
        return new PoolPreview(firms.strata(), firms.leftOut(), inspectors.counts(county, day), inspectors.lapsed(county, day));
    }

    /**
     * Announces a draw that is made at a time.
     *
     * @throws DrawRefused where it could not be made as it was prepared
     */
    @Transactional
    public Draw announce(Actor official, DrawRule rule, Instant time) {
        var county = county(official);
        var revealAt = time.truncatedTo(ChronoUnit.SECONDS);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        DrawRefused.unless(conditions.ofRule(county, rule, revealAt, now));
        // of two who announce at once the second waits, for the number and for the pool as it is then
        jdbc.sql("select pg_advisory_xact_lock(hashtext('draw'), ?)").param(Integer.parseInt(county)).query((row, n) -> 0).list();
        long id = jdbc.sql("select nextval('draw_id')").query(Long.class).single();
        var day = revealAt.atZone(Dates.ZONE).toLocalDate();
        var leftOut = selection.write(id, county, rule, day);
        var sent = inspectors.write(id, county, day, rule.departments());
        var strata = strata(id, county, rule);
        DrawRefused.unless(conditions.ofPool(id, rule, strata, sent, leftOut.containsKey("")));
        int year = now.atZone(Dates.ZONE).getYear();
        int serial = jdbc.sql("select coalesce(max(serial), 0) + 1 from draw where county = ? and year = ?").params(county, year)
                .query(Integer.class).single();
        var no = "%s-%d-%04d".formatted(county, year, serial);
        var head = new PoolHead(no, scope(county, rule), leftOut, strata, departments(rule), sent).lines()
                .collect(Collectors.joining("\n", "", "\n"));
        var seed = Seed.fresh(random);
        var draw = new Draw(id, no, county, Draw.State.ANNOUNCED, rule, head, strata.stream().mapToInt(Stratum::firms).sum(),
                files.hash(id, head), seed.hash(), now, revealAt, null, null, null);
        draws.insert(draw, year, serial, seed, official.accountId());
        jobs.at(DrawReveal.NAME, Long.toString(id), revealAt);
        events.publishEvent(new Draw.Step("draw.announced", no, county, Map.of("pool", draw.poolHash(), "seed", draw.seedHash(), "firms",
                draw.firms(), "at", revealAt)));
        return draw;
    }

    /**
     * Cancels a draw that is not revealed; the reason stays public.
     *
     * @throws DrawRefused where it has been revealed or cancelled
     */
    @Transactional
    public void cancel(Actor official, String no, String reason) {
        var county = county(official);
        var found = draws.findByNo(no).filter(draw -> draw.county().equals(county)).orElseThrow(NotFound::new);
        var draw = draws.findForUpdate(found.id()).orElseThrow();
        if (draw.state() != Draw.State.ANNOUNCED || !clock.instant().isBefore(draw.revealAt())) {
            throw new DrawRefused(List.of(new DrawRefused.Problem("", "draw.cancel.late." + draw.state())));
        }
        draws.cancel(draw.id(), official.accountId(), reason, clock.instant());
        events.publishEvent(new Draw.Step("draw.cancelled", no, county, Map.of("reason", reason)));
    }

    /** The earliest time that a draw may be announced for now. */
    public Instant earliest() {
        return clock.instant().plus(Duration.ofHours(conditions.noticeHours()));
    }

    private List<Stratum> strata(long id, String county, DrawRule rule) {
        var counts = jdbc.sql("select stratum, count(*) from draw_firm where draw_id = ? group by 1").param(id)
                .query((row, n) -> Map.entry(row.getInt(1), row.getInt(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return IntStream.range(0, rule.shares().size()).mapToObj(i -> {
            var share = rule.shares().get(i);
            return new Stratum(i + 1, share.share(), share.amount(), share.share() == Stratum.Share.COUNT ? 0 : share.atLeast(),
                    counts.getOrDefault(i + 1, 0), names.of(rule.by(), share.value(), county, Locale.SIMPLIFIED_CHINESE));
        }).toList();
    }

    private Map<String, String> scope(String county, DrawRule rule) {
        var scope = new LinkedHashMap<String, String>();
        scope.put("county", county);
        rule.scope().used().forEach((what, value) -> {
            var name = names.of(what, value, county, Locale.SIMPLIFIED_CHINESE);
            scope.put(what, name.equals(value) ? value : value + " " + name);
        });
        scope.put("strata", rule.by().name());
        scope.put("never-checked", rule.tickets() + " tickets");
        return scope;
    }

    private static Map<String, Integer> departments(DrawRule rule) {
        var departments = new LinkedHashMap<String, Integer>();
        rule.departments().forEach(code -> departments.put(code, DrawRule.INSPECTORS));
        return departments;
    }

    private static String county(Actor official) {
        if (official.role() != Role.OFFICIAL) {
            throw new NotFound();
        }
        return official.scope();
    }
}
