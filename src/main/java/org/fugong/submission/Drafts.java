package org.fugong.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionItem;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Applicability;
import org.fugong.filing.Applicable;
import org.fugong.filing.DraftContextChange;
import org.fugong.filing.EpidemicEnd;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingsInForce;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The drafts of the firm that is signed in. */
@Component
public class Drafts {

    private final Filings filings;
    private final Enterprises enterprises;
    private final Sites sites;
    private final Applicability applicability;
    private final EpidemicEnd end;
    private final FilingsInForce inForce;
    private final Clock clock;

    Drafts(Filings filings, Enterprises enterprises, Sites sites, Applicability applicability, EpidemicEnd end, FilingsInForce inForce,
            Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.sites = sites;
        this.applicability = applicability;
        this.end = end;
        this.inForce = inForce;
        this.clock = clock;
    }

    /** {@link NotFound} where it is another firm's or none; {@link Submitted} where it is a draft no more. */
    @Transactional(readOnly = true)
    public Draft of(Actor actor, long id) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var filing = filings.findByIdAndEnterpriseId(id, enterprise.id()).orElseThrow(NotFound::new);
        if (filing.state() != FilingState.DRAFT) {
            throw new Submitted(filing.no());
        }
        var site = sites.findByIdAndEnterpriseId(filing.siteId(), enterprise.id()).orElseThrow(NotFound::new);
        var applicable = applicability.now(site);
        // under another regime it will be a filing by itself
        var changed = Optional.ofNullable(filing.succession().changesId())
                .flatMap(before -> filings.findByIdAndEnterpriseId(before, enterprise.id()))
                .filter(before -> !applicable.outdates(before)).orElse(null);
        return new Draft(filing, enterprise, site, applicable,
                Review.of(filing, enterprise, applicable.list(), today(), () -> end.of(applicable.location().province()), changed),
                changed, beside(filing, applicable));
    }

    private Filing beside(Filing draft, Applicable applicable) {
        return draft.kind() != FilingKind.APPLICATION
                ? null
                : inForce.beside(draft).filter(standing -> standing.mayStart(applicable.county().regime())).orElse(null);
    }

    /** What has changed under a draft since it was begun or last looked at; empty where nothing has. */
    @Transactional(readOnly = true)
    public Optional<DraftContextChange> contextChange(Draft draft) {
        return draft.applicable().differsFrom(draft.filing())
                ? Optional.of(draft.applicable().contextChangeFrom(draft.filing(), applicability.listOf(draft.filing())))
                : Optional.empty();
    }

    /** A condition as the list has it that applies now, or else the one that the draft was begun under. */
    @Transactional(readOnly = true)
    public Optional<ConditionItem> item(Draft draft, String code) {
        return Stream.of(draft.applicable().list(), applicability.listOf(draft.filing())).flatMap(list -> list.items().stream())
                .filter(item -> item.code().equals(code)).findFirst();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), org.fugong.web.Dates.ZONE);
    }

    /** It was submitted meanwhile: there is a receipt. */
    public static class Submitted extends RuntimeException {

        private final String no;

        Submitted(String no) {
            super(no, null, false, false);
            this.no = no;
        }

        public String no() {
            return no;
        }
    }
}
