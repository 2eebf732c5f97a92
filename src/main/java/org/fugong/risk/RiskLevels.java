package org.fugong.risk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.job.Jobs;
import org.fugong.region.Regions;
import org.fugong.web.NotFound;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The level of each county at any moment, and the one act that sets it. */
@Component
public class RiskLevels {

    private static final Duration LONGEST_AGO = Duration.ofDays(366);

    private final RiskLevelChanges changes;
    private final LevelsInForce inForce;
    private final RiskSettings settings;
    private final Regions regions;
    private final Jobs jobs;
    private final Clock clock;

    RiskLevels(RiskLevelChanges changes, LevelsInForce inForce, RiskSettings settings, Regions regions, Jobs jobs, Clock clock) {
        this.changes = changes;
        this.inForce = inForce;
        this.settings = settings;
        this.regions = regions;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** The level of a county at a moment; {@link NotFound} for a county that has none. */
    public CountyLevel at(String county, Instant when) {
        return inForce.at(List.of(county), when).stream().findFirst().orElseThrow(NotFound::new);
    }

    /**
     * Keeps the level of a county as it is until the transaction ends, for an act that rests on it: without that a filing
     * could be written under a level whose effects have been done already. To be asked for before any row of a filing.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String county) {
        inForce.hold(county);
    }

    /** The level of a county at a moment as it was known at another one: what was recorded later does not count. */
    @Transactional(readOnly = true)
    public Optional<CountyLevel> at(String county, Instant on, Instant known) {
        return changes.asKnown(county, on, known).map(this::level);
    }

    public CountyLevel now(String county) {
        return at(county, clock.instant());
    }

    /** The present levels of several counties, by county; one without a level is absent. */
    public Map<String, CountyLevel> now(Collection<String> counties) {
        return inForce.at(counties, clock.instant()).stream().collect(Collectors.toMap(CountyLevel::county, level -> level));
    }

    /** How a county came to its present level, and since when that has been known, which after a correction is later. */
    public record Latest(LevelTransition transition, Instant known) {
    }

    /** The latest change of several counties that made a difference; a county that has had one level only is absent. */
    public List<Latest> latest(Collection<String> counties) {
        return inForce.latest(counties, clock.instant());
    }

    /** Every level a county has had or will have, newest first. */
    @Transactional(readOnly = true)
    public List<CountyLevel> history(String county) {
        return changes.findByCountyOrderByEffectiveAtDescIdDesc(county).stream().map(this::level).toList();
    }

    /** What is still to come in several counties, soonest first, by county; one with nothing to come is absent. */
    @Transactional(readOnly = true)
    public Map<String, List<CountyLevel>> coming(Collection<String> counties) {
        return changes.findByCountyInAndEffectiveAtGreaterThanOrderByEffectiveAtAscIdAsc(counties, clock.instant()).stream()
                .map(this::level).collect(Collectors.groupingBy(CountyLevel::county));
    }

    /** The level of several counties at a moment, and each that follows it in time, by county; one without any is absent. */
    @Transactional(readOnly = true)
    public Map<String, List<CountyLevel>> from(Collection<String> counties, Instant when) {
        return Stream.concat(inForce.at(counties, when).stream(),
                changes.findByCountyInAndEffectiveAtGreaterThanOrderByEffectiveAtAscIdAsc(counties, when).stream().map(this::level))
                .collect(Collectors.groupingBy(CountyLevel::county));
    }

    /** Every change that was recorded for a county, the latest effect first: who set it and when. */
    @Transactional(readOnly = true)
    public List<RiskLevelChange> changes(String county) {
        return changes.findByCountyOrderByEffectiveAtDescIdDesc(county);
    }

    /** Sets the level of one county from a moment on; {@link NotFound} where the actor has no say there. */
    @Transactional
    public RiskLevelChange set(String county, RiskLevel level, Instant effectiveAt, String notice, Actor author) {
        guard(county, author);
        var now = clock.instant();
        // back in time only as a correction, which says so
        return record(county, level, effectiveAt.isBefore(now) ? now : effectiveAt, notice, author, now);
    }

    /**
     * Sets a level as {@link #set} does, unless somebody has recorded another change since the one that was seen.
     *
     * @param seen the id of the newest change when the decision was made, {@code null} where there was none
     * @throws OptimisticLockingFailureException where there is a newer one
     */
    @Transactional
    public RiskLevelChange setUnlessOvertaken(String county, RiskLevel level, Instant effectiveAt, String notice, Actor author, Long seen) {
        guardSeen(county, seen);
        return set(county, level, effectiveAt, notice, author);
    }

    /**
     * Whether the level of a county can be corrected back to a moment: one that has passed, after the level in force took
     * effect, and no longer ago than 366 days.
     */
    @Transactional(readOnly = true)
    public boolean correctable(String county, Instant from) {
        var now = clock.instant();
        return from.isBefore(now) && !from.isBefore(now.minus(LONGEST_AGO))
                && inForce.at(List.of(county), now).stream().allMatch(level -> level.since().isBefore(from));
    }

    /**
     * Corrects the level of a county from a moment that has passed ({@link #correctable}); its effects are done at once.
     * What was filed meanwhile keeps the level it was filed under, and what was shown then can still be asked for.
     *
     * @param seen as for {@link #setUnlessOvertaken}
     */
    @Transactional
    public RiskLevelChange correct(String county, RiskLevel level, Instant from, String notice, Actor author, Long seen) {
        guardSeen(county, seen);
        guard(county, author);
        if (!correctable(county, from)) {
            throw new IllegalArgumentException("the level cannot be corrected back to " + from);
        }
        return record(county, level, from, notice, author, clock.instant());
    }

    private RiskLevelChange record(String county, RiskLevel level, Instant from, String notice, Actor author, Instant now) {
        var before = inForce.at(List.of(county), now).stream().map(CountyLevel::level).findFirst().orElse(null);
        var change = changes.save(new RiskLevelChange(county, level, from, notice, author, before, now));
        jobs.at("level-effects", change.id().toString(), from);
        return change;
    }

    private void guard(String county, Actor author) {
        if (author.role() != Role.PROVINCE_ADMIN || !regions.covers(author.scope(), county)) {
            throw new NotFound();
        }
        changes.lock(county);
    }

    private void guardSeen(String county, Long seen) {
        changes.lock(county);
        var newest = changes.findFirstByCountyOrderByIdDesc(county).map(RiskLevelChange::id).orElse(null);
        if (!Objects.equals(newest, seen)) {
            throw new OptimisticLockingFailureException("the level of " + county + " was set in between");
        }
    }

    private CountyLevel level(RiskLevelChange change) {
        return new CountyLevel(change.county(), change.level(), settings.regime(change.level()),
                change.effectiveAt(), change.notice());
    }
}
