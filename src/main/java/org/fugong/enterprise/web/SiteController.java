package org.fugong.enterprise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.fugong.edit.FormTexts;
import org.fugong.edit.SavedFields;
import jakarta.validation.Valid;
import java.util.HashMap;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.region.Township;
import org.fugong.web.NotFound;
import org.fugong.web.RememberedCounty;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sites of the firm that is signed in. */
@Controller
@RequestMapping("/my/enterprise/sites")
class SiteController {

    private static final String KNOWN = "/{id:\\d{1,18}}";

    private static final SavedFields FIELDS = SavedFields.of(SiteForm.class);

    private final Enterprises enterprises;
    private final Sites sites;
    private final Regions regions;
    private final Clock clock;

    SiteController(Enterprises enterprises, Sites sites, Regions regions, Clock clock) {
        this.enterprises = enterprises;
        this.sites = sites;
        this.regions = regions;
        this.clock = clock;
    }

    /** For the first site with what is known already; {@code county} is one that was chosen elsewhere for a site to be added. */
    @GetMapping("/new")
    String blank(@RequestParam(required = false) String county,
            @CookieValue(name = RememberedCounty.COOKIE, required = false) String remembered, Actor actor, Model model, Locale locale) {
        var enterprise = enterprise(actor);
        var first = sites.of(enterprise).isEmpty();
        var chosen = regions.served(county).or(() -> regions.served(remembered).filter(known -> first)).map(County::code).orElse(null);
        var form = first ? SiteForm.first(enterprise, chosen) : new SiteForm(null, null, chosen, null, null);
        var carried = new HashMap<String, String>();
        if (form.name() != null) {
            carried.put("name", "PROFILE");
        }
        if (form.address() != null) {
            carried.put("address", "PROFILE");
        }
        if (chosen != null) {
            carried.put("county", "COUNTY_CHOSEN");
        }
        model.addAttribute("carriedFrom", carried);
        return page(form, null, model, locale);
    }

    @GetMapping(KNOWN)
    String known(@PathVariable long id, @RequestParam(required = false) String back, Actor actor, Model model, Locale locale) {
        model.addAttribute("back", back);
        var site = site(id, enterprise(actor));
        FIELDS.show(site.edits(), FormTexts.of(SiteForm.of(site)), model);
        return page(SiteForm.of(site), id, model, locale);
    }

    @PostMapping("/new")
    String add(Actor actor, @Valid @ModelAttribute("site") SiteForm form, BindingResult binding, Model model, Locale locale) {
        var enterprise = enterprise(actor);
        form.check(binding, regions);
        if (!binding.hasErrors()) {
            save(Site.add(enterprise, form.place()), enterprise, binding);
        }
        if (binding.hasErrors()) {
            return page(form, null, model, locale);
        }
        return enterprise.isComplete() && sites.of(enterprise).size() == 1 ? "redirect:/my/filings/new" : next(enterprise);
    }

    @PostMapping(KNOWN)
    String correct(@PathVariable long id, @RequestParam(required = false) String back, Actor actor,
            @Valid @ModelAttribute("site") SiteForm form, BindingResult binding, HttpServletRequest request,
            Model model, Locale locale) {
        var enterprise = enterprise(actor);
        var site = site(id, enterprise);
        // where no townships are known none can be chosen, and none is meant
        var typed = FormTexts.map(form, (field, text) -> text == null ? "" : text);
        var merged = FIELDS.merged(typed, SiteForm.of(site), request, site.edits(),
                (field, text) -> word(field, text, site, locale), binding, model);
        merged.check(binding, regions);
        if (!binding.hasErrors()) {
            save(site.correct(merged.place(), enterprise.name(), clock.instant()), enterprise, binding);
        }
        model.addAttribute("back", back);
        if (!binding.hasErrors()) {
            return WayBack.to(back).orElseGet(() -> next(enterprise));
        }
        FIELDS.show(site.edits(), FormTexts.of(SiteForm.of(site)), model);
        var page = page(merged, id, model, locale);
        // another object under the name of the form would drop its errors
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "site", binding);
        return page;
    }

    /** Without JavaScript: the same form again, with the townships of the county that was chosen. */
    @PostMapping(path = {"/new", KNOWN}, params = "show")
    String showTownships(@PathVariable(required = false) Long id, @RequestParam(required = false) String back, Actor actor,
            @ModelAttribute("site") SiteForm form, Model model,
            Locale locale) {
        model.addAttribute("back", back);
        if (id != null) {
            var site = site(id, enterprise(actor));
            FIELDS.show(site.edits(), FormTexts.of(SiteForm.of(site)), model);
        }
        return page(form, id, model, locale);
    }

    @GetMapping("/townships")
    String townships(@RequestParam(defaultValue = "") String county, Model model) {
        model.addAttribute("site", SiteForm.EMPTY).addAttribute("townships", regions.townshipsOf(county));
        return "enterprise/parts :: township";
    }

    /** A stored text as the page shows it. */
    private String word(String field, String text, Site site, Locale locale) {
        return switch (field) {
            case "county" -> regions.name(text, locale).orElse(text);
            case "township" -> regions.townshipsOf(site.county()).stream().filter(township -> township.code().equals(text))
                    .map(Township::name).findFirst().orElse(text);
            default -> text;
        };
    }

    private void save(Site site, Enterprise enterprise, BindingResult binding) {
        var place = site.place();
        try {
            sites.save(site);
        } catch (DataIntegrityViolationException e) {
            // a second tap on a slow line says the same again: that is no mistake
            if (sites.of(enterprise).stream().map(Site::place).noneMatch(place::equals)) {
                binding.rejectValue("name", "site.taken");
            }
        }
    }

    private String next(Enterprise enterprise) {
        return enterprise.isComplete() && sites.of(enterprise).size() == 1 ? "redirect:/my" : "redirect:/my/enterprise";
    }

    private String page(SiteForm form, Long id, Model model, Locale locale) {
        model.addAttribute("site", form)
                .addAttribute("known", id)
                .addAttribute("townships", regions.townshipsOf(form.county()))
                .addAttribute("prefectures", County.byPrefecture(regions.served(), locale));
        return "enterprise/site";
    }

    private Enterprise enterprise(Actor actor) {
        return enterprises.of(actor).orElseThrow(NotFound::new);
    }

    private Site site(long id, Enterprise enterprise) {
        return sites.findByIdAndEnterpriseId(id, enterprise.id()).orElseThrow(NotFound::new);
    }
}
