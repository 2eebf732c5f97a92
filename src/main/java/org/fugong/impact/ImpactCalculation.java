package org.fugong.impact;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.fugong.condition.ConditionLists;
import org.fugong.job.Job;
import org.fugong.job.Jobs;
import org.fugong.message.Notices;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevels;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Holds a change of a list against the live filings and drafts of the counties at its level, county by county, piece by piece. */
@Component
class ImpactCalculation implements Job {

    static final String NAME = "impact";
    private static final int PIECE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Impacts impacts;
    private final ImpactFirms firms;
    private final ImpactSides sides;
    private final LiveFilings filings;
    private final ConditionLists lists;
    private final Notices notices;
    private final Regions regions;
    private final RiskLevels levels;
    private final Jobs jobs;
    private final Clock clock;

    ImpactCalculation(Impacts impacts, ImpactFirms firms, ImpactSides sides, LiveFilings filings, ConditionLists lists, Notices notices,
            Regions regions, RiskLevels levels, Jobs jobs, Clock clock) {
        this.impacts = impacts;
        this.firms = firms;
        this.sides = sides;
        this.filings = filings;
        this.lists = lists;
        this.notices = notices;
        this.regions = regions;
        this.levels = levels;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Does as much as somebody may wait for, and has the rest done in the background. */
    void begin(Impact impact) {
        var id = String.valueOf(impact.id());
        long begun = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - begun < PATIENCE.toNanos()) {
            more = step(id);
        }
        if (more) {
            jobs.at(NAME, id, clock.instant());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    @Transactional
    public boolean step(String id) {
        var impact = impacts.findForUpdateById(Long.parseLong(id)).filter(one -> !one.finished()).orElse(null);
        if (impact == null) {
            return false;
        }
        var left = counties(impact).filter(code -> impact.atCounty() == null || code.compareTo(impact.atCounty()) >= 0).toList();
        if (overtaken(impact)) {
            return false;
        }
        if (left.isEmpty()) {
            impacts.save(impact.finish(clock.instant()));
            return false;
        }
        var county = left.getFirst();
        if (!county.equals(impact.atCounty())) {
            impact.enter(county);
        }
        var done = !piece(impact, county);
        if (done && left.size() > 1) {
            impact.enter(left.get(1));
        }
        impacts.save(done && left.size() == 1 ? impact.finish(clock.instant()) : impact);
        return !impact.finished();
    }

    /** Whether there may be more in the county. */
    private boolean piece(Impact impact, String county) {
        var compared = sides.in(county, impact);
        var judged = filings.judged(county, impact.level(), compared.before(), compared.after(), impact.lastId(), PIECE);
        firms.keep(impact.id(), county, judged);
        if (impact.phase() == Impact.Phase.SEEN) {
            var notice = ImpactNotice.of(impact, compared.after().version());
            var told = judged.stream().filter(one -> notice.text(one.no(), one.verdictChanges()).isPresent()).toList();
            notices.send(notice.to(told));
            filings.leaveStep(county, impact.level(), told);
        }
        impact.advance(county, judged);
        return judged.size() == PIECE;
    }

    private Stream<String> counties(Impact impact) {
        var all = impact.county() == null
                ? regions.countiesOf(impact.province()).stream().map(County::code).sorted().toList()
                : List.of(impact.county());
        var now = levels.now(all);
        return all.stream().filter(code -> now.containsKey(code) && now.get(code).level() == impact.level());
    }

    /** A draft that has been changed or thrown away meanwhile is not the one that was asked about, and is not looked at to the end. */
    private boolean overtaken(Impact impact) {
        return impact.county() == null
                && lists.findById(impact.listId()).filter(list -> sides.fingerprint(list.content()).equals(impact.fingerprint())).isEmpty();
    }
}
