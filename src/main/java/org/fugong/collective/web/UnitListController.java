package org.fugong.collective.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.FreshProof;
import org.fugong.account.Proof;
import org.fugong.account.SignIn;
import org.fugong.collective.UnitEntry;
import org.fugong.collective.UnitFiling;
import org.fugong.collective.UnitList;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.filing.FilingKind;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.fugong.web.PublicAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The units of an operator's venues and projects: the lists, filing for all units of one, and its link. */
@Controller
@RequestMapping("/my/units")
class UnitListController {

    private static final int PAGE = 20;
    private static final String LIST = "/{id:\\d{1,18}}";

    private final UnitEntry entry;
    private final UnitFiling filing;
    private final UnitRows rows;
    private final Enterprises enterprises;
    private final Sites sites;
    private final FreshProof proofs;
    private final PublicAddress addresses;
    private final Clock clock;

    UnitListController(UnitEntry entry, UnitFiling filing, UnitRows rows, Enterprises enterprises, Sites sites, FreshProof proofs,
            PublicAddress addresses, Clock clock) {
        this.entry = entry;
        this.filing = filing;
        this.rows = rows;
        this.enterprises = enterprises;
        this.sites = sites;
        this.proofs = proofs;
        this.addresses = addresses;
        this.clock = clock;
    }

    /** A site of the firm with its list and how far that is; both null where none was begun. */
    record Venue(Site site, UnitList list, UnitRows.Tally tally) {
    }

    @GetMapping
    String venues(Actor actor, Model model) {
        var lists = entry.lists(actor);
        model.addAttribute("venues", sites.of(enterprises.of(actor).orElseThrow(NotFound::new)).stream().map(site -> {
            var list = lists.stream().filter(one -> one.siteId() == site.id()).findFirst().orElse(null);
            return new Venue(site, list, list == null ? null : rows.tally(list.id()));
        }).toList());
        return "collective/venues";
    }

    @PostMapping
    String begin(@RequestParam(defaultValue = "0") long site, Actor actor) {
        return "redirect:/my/units/" + entry.begin(actor, site).id();
    }

    @GetMapping(LIST)
    String list(@PathVariable long id, @RequestParam(defaultValue = "0") long after, Actor actor, Model model, HttpServletRequest request) {
        var list = entry.list(actor, id);
        filing.venueFiling(list).ifPresent(like -> model.addAttribute("form", UnitFilingForm.of(like, today())));
        return page(list, after, actor, model, request);
    }

    /** Files for all units that have no receipt yet. */
    @PostMapping(LIST + "/filing")
    String file(@PathVariable long id, @Valid @ModelAttribute("form") UnitFilingForm form, BindingResult binding, Actor actor, Model model,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        var list = entry.list(actor, id);
        var like = filing.venueFiling(list);
        if (like.isEmpty()) {
            response.setStatus(HttpStatus.CONFLICT.value());
            return page(list, 0, actor, model, request);
        }
        var start = form.read(like.get().kind(), today(), binding);
        if (start.isPresent() && like.get().kind() == FilingKind.COMMITMENT) {
            prove(actor, form.password(), binding, response);
        }
        if (binding.hasErrors()) {
            return page(list, 0, actor, model, request);
        }
        redirect.addFlashAttribute("outcome", filing.file(actor, id, start.orElseThrow(), form.confirmation(request.getRemoteAddr())));
        return "redirect:/my/units/" + id;
    }

    /** Once for all of them: whoever signs has proven who it is. */
    private void prove(Actor actor, String password, BindingResult binding, HttpServletResponse response) {
        try {
            if (proofs.of(actor, password).isEmpty()) {
                binding.rejectValue("password",
                        password == null || password.isBlank() ? "submission.password.missing" : "submission.refused.IDENTITY_NOT_PROVEN");
            }
        } catch (SignIn.Busy busy) {
            busy.mark(response);
            binding.rejectValue("password", "login.busy");
        }
    }

    @PostMapping(LIST + "/link")
    String openLink(@PathVariable long id, Actor actor) {
        entry.openLink(actor, id);
        return "redirect:/my/units/" + id + "#link";
    }

    @PostMapping(LIST + "/link/closing")
    String closeLink(@PathVariable long id, Actor actor) {
        entry.closeLink(actor, id);
        return "redirect:/my/units/" + id + "#link";
    }

    /** The addresses of acts, opened anew, lead to the page with their buttons. */
    @GetMapping({LIST + "/filing", LIST + "/link", LIST + "/link/closing"})
    String again(@PathVariable long id, Actor actor) {
        return "redirect:/my/units/" + entry.list(actor, id).id();
    }

    private String page(UnitList list, long after, Actor actor, Model model, HttpServletRequest request) {
        List<UnitRows.Row> units = rows.page(list.id(), after, PAGE + 1);
        var like = filing.venueFiling(list);
        model.addAttribute("list", list)
                .addAttribute("venue", sites.findByIdAndEnterpriseId(list.siteId(), list.enterpriseId()).orElseThrow())
                .addAttribute("like", like.orElse(null))
                .addAttribute("stocks", like.map(filing::spare).orElse(List.of()))
                .addAttribute("tally", rows.tally(list.id()))
                .addAttribute("units", units.stream().limit(PAGE).toList())
                .addAttribute("first", after == 0)
                .addAttribute("next", units.size() > PAGE ? units.get(PAGE - 1).id() : null)
                .addAttribute("link", addresses.of(request, "/units/" + list.token()))
                .addAttribute("username", actor.login())
                .addAttribute("provenAt", proofs.held(actor).map(Proof::at).orElse(null));
        return "collective/list";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Dates.ZONE);
    }
}
