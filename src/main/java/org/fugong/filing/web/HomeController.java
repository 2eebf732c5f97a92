package org.fugong.filing.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Duty;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.fugong.message.Notices;
import org.fugong.region.Regions;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home of a firm: each site with what is to be done there next, and the firm's filings. */
@Controller
class HomeController {

    private static final int PAGE = 20;
    private static final int UNREAD = 3;

    private final Enterprises enterprises;
    private final Sites sites;
    private final Filings filings;
    private final Obligations obligations;
    private final Notices notices;
    private final RiskLevels levels;
    private final Regions regions;

    HomeController(Enterprises enterprises, Sites sites, Filings filings, Obligations obligations, Notices notices, RiskLevels levels,
            Regions regions) {
        this.enterprises = enterprises;
        this.sites = sites;
        this.filings = filings;
        this.obligations = obligations;
        this.notices = notices;
        this.levels = levels;
        this.regions = regions;
    }

    /** What a firm does next for a site. */
    enum Next {
        START, RESTART, DRAFT, NOTHING
    }

    /** What a firm is asked to do, by when, and where. */
    record Asked(Duty duty, LocalDate dueOn, String link) {
    }

    /** A site with the level of its county, its draft and its live filing, what the firm is asked to do, and what follows. */
    record SiteRow(Site site, CountyLevel level, Filing draft, Filing live, List<Asked> asked) {

        public Next next() {
            if (draft != null) {
                return Next.DRAFT;
            }
            if (live == null) {
                return Next.START;
            }
            return fits(live) ? Next.NOTHING : Next.RESTART;
        }

        /** Who runs on a filing keeps running whatever the level becomes; a notice is none. */
        private boolean fits(Filing live) {
            return live.county().equals(site.county()) && (live.basis().regime() == level.regime()
                    || live.state().mayStart() && live.basis().regime() != Regime.NOTICE);
        }

        /** In a county at low risk everybody may work. */
        public boolean mayStart() {
            return live == null ? level.regime() == Regime.NOTICE : live.mayStart(level.regime());
        }
    }

    /** A filing in the list, or a draft, which has no number yet. */
    record FilingLine(Long id, String no, String site, FilingKind kind, Instant at, FilingState state) {

        static FilingLine of(Filing filing, String site) {
            return new FilingLine(filing.id(), filing.no(), filing.subject() == null ? site : filing.subject().site(), filing.kind(),
                    filing.no() == null ? filing.startedAt() : filing.submittedAt(), filing.state());
        }

        public String address() {
            return no == null ? "/my/drafts/" + id : "/my/filings/" + no;
        }

        public String style() {
            return state.mayStart()
                    ? "tag-met"
                    : state == FilingState.SUSPENDED || state == FilingState.REFUSED ? "tag-unmet" : "tag-plain";
        }
    }

    @GetMapping("/my")
    String home(@RequestParam(required = false) Long before, Actor actor, Model model) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var page = filings.findByEnterpriseIdAndIdLessThanOrderByIdDesc(enterprise.id(), before == null ? Long.MAX_VALUE : before,
                Limit.of(PAGE + 1));
        var all = sites.of(enterprise);
        var names = all.stream().collect(Collectors.toMap(Site::id, Site::name));
        model.addAttribute("enterprise", enterprise)
                .addAttribute("sites", rows(enterprise, all))
                .addAttribute("filings", page.stream().limit(PAGE)
                        .map(filing -> FilingLine.of(filing, names.get(filing.siteId()))).toList())
                .addAttribute("older", page.size() > PAGE ? page.get(PAGE - 1).id() : null)
                .addAttribute("before", before)
                .addAttribute("unread", notices.unread(enterprise.id(), UNREAD))
                .addAttribute("regions", regions);
        return "filing/home";
    }

    private List<SiteRow> rows(Enterprise enterprise, List<Site> all) {
        var now = levels.now(all.stream().map(Site::county).distinct().toList());
        var open = filings.findByEnterpriseIdAndStateIn(enterprise.id(), FilingState.OPEN);
        var asked = obligations.findByEnterpriseIdAndStateOrderByDueOnAscIdAsc(enterprise.id(), Obligation.State.OPEN);
        return all.stream().filter(site -> now.containsKey(site.county()))
                .map(site -> new SiteRow(site, now.get(site.county()), of(site, open, false).orElse(null),
                        of(site, open, true).orElse(null),
                        asked(site, asked)))
                .toList();
    }

    private List<Asked> asked(Site site, List<Obligation> all) {
        return all.stream().filter(one -> one.siteId() == site.id()).map(one -> new Asked(one.duty(), one.dueOn(),
                one.duty().link(filings.findById(one.filingId()).orElseThrow().no(), one.siteId()))).toList();
    }

    private static Optional<Filing> of(Site site, List<Filing> filings, boolean live) {
        return filings.stream().filter(filing -> filing.siteId() == site.id() && filing.state().live() == live).findFirst();
    }
}
