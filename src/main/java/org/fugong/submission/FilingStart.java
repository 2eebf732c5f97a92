package org.fugong.submission;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Applicability;
import org.fugong.filing.Applicable;
import org.fugong.filing.CarriedFrom;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingContents;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.Plan;
import org.fugong.rule.FactType;
import org.fugong.web.NotFound;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the filing of a site: its draft, or the one that is there already, with what is known already. */
@Component
public class FilingStart {

    /** How the credit codes of individual businesses begin: GB 32100-2015, places 1 and 2. */
    private static final String INDIVIDUAL = "92";

    private final Filings filings;
    private final Enterprises enterprises;
    private final Sites sites;
    private final Applicability applicability;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FilingStart(Filings filings, Enterprises enterprises, Sites sites, Applicability applicability, TransactionTemplate transaction,
            Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.sites = sites;
        this.applicability = applicability;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** As below, with nothing answered before. */
    public Filing start(Actor actor, long siteId, FilingKind kind) {
        return start(actor, siteId, kind, Map.of());
    }

    /**
     * The draft of a site, or, where the site has a live filing that still fits, that filing.
     *
     * @param answered what was answered on the page of the site's county, by the names of the facts
     * @throws NotFound where the site is another firm's
     * @throws DraftEditing.NotOffered where the kind does not go with the county's regime
     */
    public Filing start(Actor actor, long siteId, FilingKind kind, Map<String, Boolean> answered) {
        try {
            return transaction.execute(status -> startOnce(actor, siteId, kind, answered));
        } catch (DataIntegrityViolationException e) {
            // another tab was faster: its draft is the one
            return transaction.execute(status -> startOnce(actor, siteId, kind, answered));
        }
    }

    private Filing startOnce(Actor actor, long siteId, FilingKind kind, Map<String, Boolean> answered) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var site = sites.findByIdAndEnterpriseId(siteId, enterprise.id()).orElseThrow(NotFound::new);
        return filings.findBySiteIdAndState(siteId, FilingState.DRAFT).orElseGet(() -> {
            var applicable = applicability.now(site);
            return filings.findBySiteIdAndStateInOrderByIdDesc(siteId, FilingState.LIVE).stream()
                    .filter(live -> !applicable.outdates(live)).findFirst()
                    .orElseGet(() -> draft(enterprise, site, applicable, kind, answered));
        });
    }

    private Filing draft(Enterprise enterprise, Site site, Applicable applicable, FilingKind kind, Map<String, Boolean> answered) {
        if (!applicable.kinds().contains(kind)) {
            throw new DraftEditing.NotOffered();
        }
        var now = clock.instant();
        var draft = Filing.start(applicable.location(), kind, applicable.basis(), now);
        draft.carry(draft.contents().plan(profile(enterprise)).signatory(enterprise.legalRepresentative(), role(enterprise)),
                CarriedFrom.PROFILE, now);
        filings.findFirstBySiteIdAndStateNotOrderByIdDesc(site.id(), FilingState.DRAFT).ifPresentOrElse(
                last -> draft.carry(draft.contents().recall(last.contents()), CarriedFrom.LAST_FILING, now),
                () -> filings.findFirstByEnterpriseIdAndSiteIdNotOrderByIdDesc(enterprise.id(), site.id()).ifPresent(
                        other -> draft.carry(draft.contents().recallSite(other.contents()), CarriedFrom.OTHER_SITE, now)));
        draft.carry(answered(draft.contents(), applicable, answered), CarriedFrom.COUNTY_PAGE, now);
        RosterCount.follow(draft, applicable.list(), now);
        return filings.saveAndFlush(draft);
    }

    /** The role in which the person signs whom the profile names, in the Chinese of the letter. */
    private static String role(Enterprise enterprise) {
        return enterprise.creditCode().value().startsWith(INDIVIDUAL) ? "经营者" : "法定代表人";
    }

    private static Plan profile(Enterprise enterprise) {
        return new Plan(enterprise.contact(), enterprise.phone().value(), null, enterprise.staff(), null, null, null, null, null);
    }

    private static FilingContents answered(FilingContents known, Applicable applicable, Map<String, Boolean> answered) {
        var facts = new TreeMap<>(known.facts());
        FilingFacts.asked(applicable.list()).stream()
                .filter(fact -> fact.type() == FactType.YES_NO && answered.containsKey(fact.name()))
                .forEach(fact -> facts.put(fact.name(), answered.get(fact.name())));
        return known.facts(facts);
    }
}
