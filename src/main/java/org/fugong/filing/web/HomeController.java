package org.fugong.filing.web;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.calendar.DueDates;
import org.fugong.filing.FilingState;
import org.fugong.filing.Orders;
import org.fugong.filing.Orders.AnnouncedCheck;
import org.fugong.filing.Orders.StandingOrder;
import org.fugong.filing.web.FirmFilings.Asked;
import org.fugong.filing.web.FirmFilings.Summary;
import org.fugong.message.Inbox;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.CountyLevel;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
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
    private final FirmFilings filings;
    private final Orders orders;
    private final DueDates due;
    private final Inbox inbox;
    private final RiskLevels levels;
    private final Regions regions;
    private final SiteNews news;

    HomeController(Enterprises enterprises, Sites sites, FirmFilings filings, Orders orders, DueDates due, Inbox inbox,
            RiskLevels levels, Regions regions, SiteNews news) {
        this.enterprises = enterprises;
        this.sites = sites;
        this.filings = filings;
        this.orders = orders;
        this.due = due;
        this.inbox = inbox;
        this.levels = levels;
        this.regions = regions;
        this.news = news;
    }

    /** What a firm does next for a site. */
    enum Next {
        START, RESTART, DRAFT, NOTHING
    }

    /**
     * A site with the level of its county, its draft and its live filing, the application that waits beside that, what the firm is
     * asked to do, what is ordered and which checks are announced, what has changed in the county, and what follows; one that stands
     * for a unit is shown only where something is pressing.
     */
    record SiteRow(long id, String name, String address, County county, CountyLevel level, Summary draft, Summary live,
            Summary waiting, List<Asked> asked, List<Ordered> orders, List<AnnouncedCheck> checks, Summary refused, List<String> news,
            boolean unit) {

        boolean pressing() {
            return !orders.isEmpty() || !checks.isEmpty() || !asked.isEmpty() || refused != null;
        }

        public Next next() {
            if (draft != null && (draft.changes() || !settled())) {
                return Next.DRAFT;
            }
            if (live == null) {
                return Next.START;
            }
            return fits(live) || waiting != null && fits(waiting) ? Next.NOTHING : Next.RESTART;
        }

        /** Whether what was filed is what would be filed now: a draft beside it is not needed, and would not be taken. */
        private boolean settled() {
            return Stream.of(live, waiting)
                    .anyMatch(filed -> filed != null && filed.county().equals(county.code()) && filed.regime() == level.regime());
        }

        /** Whether what applies is said by the level alone: not where an order stands, or the firm is asked for something else. */
        public boolean plain() {
            return orders.isEmpty() && asked.isEmpty() && (next() != Next.NOTHING || level.regime() == Regime.NOTICE);
        }

        /** Whether the county asks for its application to be put right. */
        public boolean correction() {
            return open() != null && open().state() == FilingState.CORRECTION && level.regime() == Regime.APPROVAL;
        }

        /** What the county may still have to reply to. */
        public Summary open() {
            return waiting != null ? waiting : live;
        }

        /** Whether the firm was told no and goes on by what it had before. */
        public boolean stands() {
            return refused != null && live != null && live.state().inForce() && live.regime() != Regime.NOTICE;
        }

        /** Whether the way to a filing is offered here: not a second time where the firm is asked to file. */
        public boolean offered() {
            return (next() == Next.START || next() == Next.RESTART) && asked.isEmpty();
        }

        /** Who runs on a filing keeps running whatever the level becomes; a notice is none. */
        private boolean fits(Summary live) {
            return live.county().equals(county.code()) && (live.regime() == level.regime()
                    || live.state().mayStart() && live.regime() != Regime.NOTICE);
        }

        /** In a county at low risk everybody may work. */
        public boolean mayStart() {
            return live == null ? level.regime() == Regime.NOTICE : live.state().mayStart(level.regime());
        }
    }

    /** An order with how pressing it is in words, null where it is not. */
    record Ordered(StandingOrder order, String pressure) {
    }

    @GetMapping("/my")
    @Transactional(readOnly = true)
    String home(@RequestParam(required = false) Long before, Actor actor, Model model) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var page = filings.page(enterprise.id(), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        model.addAttribute("enterprise", enterprise)
                .addAttribute("sites", rows(enterprise))
                .addAttribute("filings", page.stream().limit(PAGE).toList())
                .addAttribute("older", page.size() > PAGE ? page.get(PAGE - 1).id() : null)
                .addAttribute("before", before)
                .addAttribute("unread", inbox.foremost(actor, UNREAD));
        return "filing/home";
    }

    private List<SiteRow> rows(Enterprise enterprise) {
        var all = sites.findByEnterpriseIdOrderById(enterprise.id());
        var now = levels.now(all.stream().map(Site::county).distinct().toList());
        var open = filings.open(enterprise.id());
        var asked = filings.asked(enterprise.id());
        var ordered = orders.of(enterprise.id());
        var checks = orders.announced(enterprise.id());
        var latest = filings.latest(enterprise.id());
        var changed = news.of(now.values());
        return all.stream().filter(site -> now.containsKey(site.county()))
                .map(site -> new SiteRow(site.id(), site.name(), site.address(), regions.county(site.county()).orElseThrow(),
                        now.get(site.county()), of(site, open, FilingState.DRAFT::equals), live(site, open), waiting(site, open),
                        asked.stream().filter(one -> one.siteId() == site.id()).toList(),
                        ordered.stream().filter(one -> one.siteId() == site.id())
                                .map(one -> new Ordered(one, due.words(one.dueOn()))).toList(),
                        checks.stream().filter(one -> one.siteId() == site.id()).toList(),
                        now.get(site.county()).regime() == Regime.NOTICE
                                ? null
                                : latest.stream().filter(one -> one.siteId() == site.id() && one.state().declined()).findFirst()
                                        .orElse(null),
                        news.lines(changed, site.county(), of(site, open, FilingState.DRAFT::equals), live(site, open)),
                        site.unit()))
                .filter(row -> !row.unit() || row.pressing())
                .toList();
    }

    /** What a site has in force, or else the application that waits; null where there is neither. */
    private static Summary live(Site site, List<Summary> filings) {
        var inForce = of(site, filings, FilingState::inForce);
        return inForce != null ? inForce : of(site, filings, FilingState::undecided);
    }

    /** The application that waits beside what is in force. */
    private static Summary waiting(Site site, List<Summary> filings) {
        return of(site, filings, FilingState::inForce) == null ? null : of(site, filings, FilingState::undecided);
    }

    private static Summary of(Site site, List<Summary> filings, Predicate<FilingState> wanted) {
        return filings.stream().filter(filing -> filing.siteId() == site.id() && wanted.test(filing.state())).findFirst().orElse(null);
    }
}
