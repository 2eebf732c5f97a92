package org.fugong.collective;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Applicability;
import org.fugong.filing.CarriedFrom;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingContents;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.Plan;
import org.fugong.submission.Confirmation;
import org.fugong.submission.FilingSubmission;
import org.fugong.submission.RosterCount;
import org.fugong.submission.SpareStocks;
import org.fugong.submission.SubmissionRefused;
import org.fugong.web.NotFound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files for all units of a list at once, as the operator has filed for the venue itself: the same kind and the same answers, with
 * the numbers of each unit. Of a stock a unit has its part of what the venue itself does not need, and nothing counts twice.
 * Each is a filing of its own in a transaction of its own, so that one that does not pass, and stays a
 * draft to be put right, holds up no other.
 */
@Component
public class UnitFiling {

    private static final Logger log = LoggerFactory.getLogger(UnitFiling.class);

    /** Asked whether a site is run for others, which its units are not. */
    private static final String OPERATOR = "venue_operator";
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_ADDRESS = 200;

    private final UnitEntry entry;
    private final Units units;
    private final Enterprises enterprises;
    private final Sites sites;
    private final Filings filings;
    private final Applicability applicability;
    private final FilingSubmission submission;
    private final SpareStocks stocks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    UnitFiling(UnitEntry entry, Units units, Enterprises enterprises, Sites sites, Filings filings, Applicability applicability,
            FilingSubmission submission, SpareStocks stocks, TransactionTemplate transaction, Clock clock) {
        this.entry = entry;
        this.units = units;
        this.enterprises = enterprises;
        this.sites = sites;
        this.filings = filings;
        this.applicability = applicability;
        this.submission = submission;
        this.stocks = stocks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * What became of filing for the units: how many have a receipt now, how many are drafts that have to be put right, and for how many
     * it came to nothing for another reason, so that it can be asked for again.
     */
    public record Outcome(int filed, int open, int failed) {
    }

    private enum Result {
        FILED, OPEN, FAILED
    }

    /** The filing of the venue, what it has to spare, and how many people all units of the list plan with. */
    private record Venue(Filing filing, List<SpareStocks.Spare> stocks, int staff) {

        /** What the venue has answered and promised, and what it stated of itself; a unit is no operator. */
        FilingContents copied(Unit unit) {
            var facts = new TreeMap<>(filing.facts());
            facts.computeIfPresent(OPERATOR, (name, value) -> false);
            var contents = filing.contents().facts(facts);
            for (var stock : stocks) {
                contents = contents.with("answers." + stock.code(), stock.share(unit.particulars().plannedStaff(), staff));
            }
            return contents;
        }
    }

    /** There is nothing that the units could be filed by: the venue itself has no filing that fits what applies now. */
    public static class NoVenueFiling extends RuntimeException {
    }

    /** The filing of the venue itself that its units are filed like. */
    public Optional<Filing> venueFiling(UnitList list) {
        var venue = sites.findByIdAndEnterpriseId(list.siteId(), list.enterpriseId()).orElseThrow();
        return filings.findBySiteIdAndStateInOrderByIdDesc(venue.id(), FilingState.LIVE).stream()
                .filter(live -> live.state() != FilingState.SUSPENDED && !applicability.now(venue).outdates(live)).findFirst();
    }

    /** What the venue has to spare for its units, of each stock that its filing tells. */
    public List<SpareStocks.Spare> spare(Filing venue) {
        return stocks.of(venue);
    }

    /**
     * Files for every unit that has no filing yet.
     *
     * @param start when they resume work
     * @param confirmation as for the filing of the venue: whoever signs, signs for each
     * @throws NoVenueFiling where the venue has none
     * @throws NotFound where the list is another firm's
     */
    public Outcome file(Actor actor, long listId, LocalDate start, Confirmation confirmation) {
        var list = entry.list(actor, listId);
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var like = venueFiling(list).orElseThrow(NoVenueFiling::new);
        var results = new ArrayList<Result>();
        var all = units.findByListIdOrderById(listId);
        var venue = new Venue(like, stocks.of(like), all.stream().mapToInt(unit -> unit.particulars().plannedStaff()).sum());
        for (var unit : all) {
            file(actor, enterprise, venue, unit.id(), start, confirmation).ifPresent(results::add);
        }
        return new Outcome(Collections.frequency(results, Result.FILED), Collections.frequency(results, Result.OPEN),
                Collections.frequency(results, Result.FAILED));
    }

    /** What became of a unit; empty where it had a receipt before, or was taken off meanwhile. */
    private Optional<Result> file(Actor actor, Enterprise enterprise, Venue venue, long unitId, LocalDate start,
            Confirmation confirmation) {
        try {
            var draft = transaction.execute(status -> units.findById(unitId).flatMap(unit -> draft(enterprise, venue, unit, start)));
            draft.ifPresent(id -> submission.submit(actor, id, confirmation));
            return draft.map(id -> Result.FILED);
        } catch (SubmissionRefused refused) {
            return Optional.of(Result.OPEN);
        } catch (NotFound gone) {
            return Optional.empty();
        } catch (RuntimeException e) {
            // whatever it is, it is of this unit alone; its words may hold what somebody has typed
            log.warn("Unit {} could not be filed for: {}", unitId, e.getClass().getName());
            return Optional.of(Result.FAILED);
        }
    }

    private Optional<Long> draft(Enterprise enterprise, Venue venue, Unit unit, LocalDate start) {
        var like = venue.filing;
        var site = site(enterprise, like, unit);
        if (filings.existsBySiteIdAndStateIn(site.id(), FilingState.LIVE)) {
            return Optional.empty();
        }
        var now = clock.instant();
        var applicable = applicability.now(site);
        var draft = filings.findBySiteIdAndState(site.id(), FilingState.DRAFT)
                .orElseGet(() -> Filing.start(applicable.location(), like.kind(), applicable.basis(), now)
                        .carry(venue.copied(unit), CarriedFrom.OTHER_SITE, now));
        draft.carry(numbers(draft.contents(), unit.particulars(), start), CarriedFrom.OTHER_SITE, now);
        return Optional.of(filings.saveAndFlush(draft).id());
    }

    private Site site(Enterprise enterprise, Filing like, Unit unit) {
        if (unit.siteId() != null) {
            return sites.findByIdAndEnterpriseId(unit.siteId(), enterprise.id()).orElseThrow();
        }
        var venue = sites.findByIdAndEnterpriseId(like.siteId(), enterprise.id()).orElseThrow();
        // the list's own unique names may be those of another venue of the firm, so the venue's comes along
        var name = cut("%s %s（%s）".formatted(unit.place(), unit.name(), venue.name()), LONGEST_NAME);
        var free = sites.existsByEnterpriseIdAndName(enterprise.id(), name)
                ? cut(unit.particulars().creditCode() + " " + name, LONGEST_NAME)
                : name;
        var site = sites.save(Site.unit(enterprise, new Place(free, cut(venue.address() + " " + unit.place(), LONGEST_ADDRESS),
                venue.county(), venue.township(), venue.park())));
        units.save(unit.fileFor(site));
        return site;
    }

    /** With what was entered of the unit; what somebody has put right in its draft since stays. */
    private static FilingContents numbers(FilingContents contents, UnitParticulars unit, LocalDate start) {
        var facts = new TreeMap<>(contents.facts());
        facts.computeIfPresent(RosterCount.ROSTER, (name, value) -> (double) unit.plannedStaff());
        facts.computeIfPresent(RosterCount.DECLARED, (name, value) -> (double) unit.declared());
        return contents.facts(facts).plan(new Plan(unit.responsible(), unit.phone(), start, unit.totalStaff(), unit.plannedStaff(),
                unit.fromOutside(), unit.fromHighRisk(), null, null));
    }

    private static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest ? text : text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
