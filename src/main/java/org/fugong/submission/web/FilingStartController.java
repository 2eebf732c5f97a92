package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.region.Regions;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingStart;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Starting to file for a site: what the level of its county asks for, and what is offered. */
@Controller
class FilingStartController {

    private final Enterprises enterprises;
    private final Sites sites;
    private final Filings filings;
    private final Applicability applicability;
    private final FilingStart start;
    private final Regions regions;

    FilingStartController(Enterprises enterprises, Sites sites, Filings filings, Applicability applicability, FilingStart start,
            Regions regions) {
        this.enterprises = enterprises;
        this.sites = sites;
        this.filings = filings;
        this.applicability = applicability;
        this.start = start;
        this.regions = regions;
    }

    /** What was chosen. */
    record StartForm(String site, String kind) {
    }

    /** What applies to a site; from the page of a county with the county and what was answered there. */
    @GetMapping("/my/filings/new")
    String offer(@RequestParam(defaultValue = "") String site, HttpServletRequest request, Actor actor, Model model) {
        var from = regions.served(request.getParameter("county"));
        from.ifPresent(county -> CountyAnswers.of(actor, county.code(), request.getParameterMap()).keep(request.getSession()));
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var all = sites.of(enterprise);
        if (all.isEmpty()) {
            return enterprise.isComplete() ? "redirect:/my/enterprise/sites/new" : "redirect:/my/enterprise";
        }
        var there = from.map(county -> all.stream().filter(one -> one.county().equals(county.code())).toList())
                .filter(matching -> !matching.isEmpty()).orElse(all);
        if (site.isEmpty() && there.size() > 1) {
            model.addAttribute("sites", there).addAttribute("more", there.size() < all.size()).addAttribute("regions", regions);
            return "submission/sites";
        }
        var shown = site.isEmpty() ? there.getFirst() : chosen(all, site);
        model.addAttribute("otherCounty", from.filter(county -> !county.code().equals(shown.county())).orElse(null));
        return page(shown, new StartForm(site, null), answered(shown, actor, request), model);
    }

    @GetMapping("/my/drafts")
    String again() {
        return "redirect:/my/filings/new";
    }

    @PostMapping("/my/drafts")
    String begin(@ModelAttribute("start") StartForm form, BindingResult binding, HttpServletRequest request, Actor actor, Model model) {
        var site = chosen(sitesOf(actor), form.site());
        var kinds = applicability.now(site).kinds();
        var kind = kinds.size() == 1
                ? kinds.getFirst()
                : kinds.stream().filter(offered -> offered.name().equals(form.kind())).findFirst().orElse(null);
        if (kind == null) {
            binding.rejectValue("kind", "start.kind.choose");
            return page(site, form, answered(site, actor, request), model);
        }
        return begin(actor, site, kind, form, binding, request, model);
    }

    private String begin(Actor actor, Site site, FilingKind kind, StartForm form, BindingResult binding, HttpServletRequest request,
            Model model) {
        try {
            return "redirect:" + place(start.start(actor, site.id(), kind, answered(site, actor, request)));
        } catch (DraftEditing.NotOffered e) {
            // the level changed between looking and starting
            binding.rejectValue("kind", "start.kind.gone");
            return page(site, form, answered(site, actor, request), model);
        }
    }

    /** What the actor has answered on the page of the county that the site is in. */
    private static Map<String, Boolean> answered(Site site, Actor actor, HttpServletRequest request) {
        return CountyAnswers.kept(request.getSession(), actor).filter(answers -> answers.county().equals(site.county()))
                .map(CountyAnswers::answers).orElse(Map.of());
    }

    private static String place(Filing filing) {
        return filing.state() == FilingState.DRAFT ? DraftPages.root(filing.id()) : "/my/filings/" + filing.no();
    }

    private String page(Site site, StartForm form, Map<String, Boolean> answered, Model model) {
        var applicable = applicability.now(site);
        var live = filings.findBySiteIdAndStateInOrderByIdDesc(site.id(), FilingState.LIVE);
        model.addAttribute("start", form).addAttribute("site", site).addAttribute("applicable", applicable)
                .addAttribute("county", regions.county(site.county()).orElseThrow())
                .addAttribute("answered", answered.size())
                .addAttribute("draft", filings.findBySiteIdAndState(site.id(), FilingState.DRAFT).orElse(null))
                .addAttribute("current", live.stream().filter(filing -> !applicable.outdates(filing)).findFirst().orElse(null))
                .addAttribute("outdated", live.stream().filter(applicable::outdates).findFirst().orElse(null));
        return "submission/new";
    }

    private List<Site> sitesOf(Actor actor) {
        return sites.of(enterprises.of(actor).orElseThrow(NotFound::new));
    }

    private static Site chosen(List<Site> sites, String id) {
        return sites.stream().filter(site -> site.id().toString().equals(id)).findFirst().orElseThrow(NotFound::new);
    }
}
