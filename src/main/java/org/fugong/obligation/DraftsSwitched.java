package org.fugong.obligation;

import java.util.List;
import java.util.Map;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Filings;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;
import org.fugong.risk.RiskSettings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Drafts of a kind that the new level does not offer go on as one that it does, with everything that was typed. */
@Component
@Order(50)
class DraftsSwitched extends FilingEffect {

    private final Filings filings;
    private final Sites sites;
    private final RiskSettings settings;

    DraftsSwitched(AffectedFilings touched, Notices notices, Filings filings, Sites sites, RiskSettings settings) {
        super("drafts-switched", touched, notices);
        this.filings = filings;
        this.sites = sites;
        this.settings = settings;
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.from() == null || settings.regime(transition.from()) != settings.regime(transition.to());
    }

    @Override
    String condition(LevelTransition transition) {
        return "f.state = 'DRAFT' and f.kind not in (:kinds)";
    }

    @Override
    Map<String, ?> values(LevelTransition transition) {
        return Map.of("kinds", offered(transition).stream().map(FilingKind::name).toList());
    }

    /** What was answered stays answered: an application becomes a checklist, and not a commitment, where both are offered. */
    @Override
    void apply(Filing draft, LevelTransition transition) {
        var kinds = offered(transition);
        filings.save(draft
                .switchTo(kinds.stream().filter(kind -> kind.answered() && draft.kind().answered()).findFirst().orElse(kinds.getFirst())));
    }

    @Override
    String what(Filing draft) {
        return sites.findByIdAndEnterpriseId(draft.siteId(), draft.enterpriseId()).map(Site::name).orElseThrow();
    }

    @Override
    String link(Filing draft) {
        return "/my/drafts/" + draft.id();
    }

    private List<FilingKind> offered(LevelTransition transition) {
        return FilingKind.offered(settings.regime(transition.to()));
    }
}
