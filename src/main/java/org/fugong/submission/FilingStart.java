package org.fugong.submission;

import java.time.Clock;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Applicability;
import org.fugong.filing.Applicable;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingContents;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.Plan;
import org.fugong.web.NotFound;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Starts the filing of a site: its draft, or the one that is there already, with what is known from the last time. */
@Component
public class FilingStart {

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

    /**
     * The draft of a site, or, where the site has a live filing that still fits, that filing.
     *
     * @throws NotFound where the site is another firm's
     * @throws DraftEditing.NotOffered where the kind does not go with the county's regime
     */
    public Filing start(Actor actor, long siteId, FilingKind kind) {
        try {
            return transaction.execute(status -> startOnce(actor, siteId, kind));
        } catch (DataIntegrityViolationException e) {
            // another tab was faster: its draft is the one
            return transaction.execute(status -> startOnce(actor, siteId, kind));
        }
    }

    private Filing startOnce(Actor actor, long siteId, FilingKind kind) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var site = sites.findByIdAndEnterpriseId(siteId, enterprise.id()).orElseThrow(NotFound::new);
        return filings.findBySiteIdAndState(siteId, FilingState.DRAFT).orElseGet(() -> {
            var applicable = applicability.now(site);
            return filings.findBySiteIdAndStateIn(siteId, FilingState.LIVE).filter(live -> !applicable.outdates(live))
                    .orElseGet(() -> draft(enterprise, site, applicable, kind));
        });
    }

    private Filing draft(Enterprise enterprise, Site site, Applicable applicable, FilingKind kind) {
        if (!applicable.kinds().contains(kind)) {
            throw new DraftEditing.NotOffered();
        }
        var known = FilingContents.of(
                new Plan(enterprise.contact(), enterprise.phone().value(), null, enterprise.staff(), null, null, null, null, null),
                enterprise.legalRepresentative());
        var contents = filings.findFirstBySiteIdAndStateNotOrderByIdDesc(site.id(), FilingState.DRAFT)
                .map(last -> known.recall(last.contents())).orElse(known);
        return filings.saveAndFlush(Filing.start(applicable.location(), kind, applicable.basis(), contents, clock.instant()));
    }
}
