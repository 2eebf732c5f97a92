package org.fugong.enterprise.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import org.fugong.edit.FormTexts;
import org.fugong.edit.SavedFields;
import jakarta.validation.Valid;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.Sites;
import org.fugong.enterprise.SizeClass;
import org.fugong.region.Regions;
import org.fugong.web.NotFound;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The profile of the firm that is signed in. */
@Controller
@RequestMapping("/my/enterprise")
class EnterpriseController {

    private static final SavedFields FIELDS = SavedFields.of(EnterpriseForm.class);

    private final Enterprises enterprises;
    private final Sites sites;
    private final Industries industries;
    private final Regions regions;
    private final MessageSource messages;
    private final Clock clock;

    EnterpriseController(Enterprises enterprises, Sites sites, Industries industries, Regions regions, MessageSource messages,
            Clock clock) {
        this.enterprises = enterprises;
        this.sites = sites;
        this.industries = industries;
        this.regions = regions;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    String profile(@RequestParam(required = false) String back, Actor actor, Model model) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        return page(enterprise, EnterpriseForm.of(enterprise), back, model);
    }

    @PostMapping
    String describe(@RequestParam(required = false) String back, Actor actor, @Valid @ModelAttribute("enterprise") EnterpriseForm form,
            BindingResult binding, HttpServletRequest request, Model model, RedirectAttributes next, Locale locale) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var merged = FIELDS.merged(form, EnterpriseForm.of(enterprise), request, enterprise.edits(),
                (field, text) -> word(field, text, locale), binding, model);
        merged.check(binding, industries);
        if (binding.hasErrors()) {
            var page = page(enterprise, merged, back, model);
            // another object under the name of the form would drop its errors
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "enterprise", binding);
            return page;
        }
        var firstTime = !enterprise.isComplete();
        enterprises.save(enterprise.describe(merged.particulars(), merged.profile(), clock.instant()));
        if (sites.of(enterprise).isEmpty()) {
            return "redirect:/my/enterprise/sites/new";
        }
        next.addFlashAttribute("saved", true);
        return WayBack.to(back).orElse(firstTime ? "redirect:/my/filings/new" : "redirect:/my/enterprise");
    }

    /** The size that follows from what is being typed. */
    @GetMapping("/size")
    String size(@ModelAttribute("enterprise") EnterpriseForm form, Model model) {
        model.addAttribute("sizing", form.sizing(industries).orElse(null)).addAttribute("sizes", SizeClass.values());
        return "enterprise/parts :: size";
    }

    /** A stored text as the page shows it. */
    private String word(String field, String text, Locale locale) {
        return switch (field) {
            case "industry" -> industries.division(text).map(industry -> industry.name(locale)).orElse(text);
            case "keyClass" -> text.isEmpty() ? text : messages.getMessage("key-class." + text, null, locale);
            default -> text;
        };
    }

    private String page(Enterprise known, EnterpriseForm form, String back, Model model) {
        FIELDS.show(known.edits(), FormTexts.of(EnterpriseForm.of(known)), model);
        model.addAttribute("enterprise", form)
                .addAttribute("back", back)
                .addAttribute("known", known)
                .addAttribute("sizing", form.sizing(industries).orElse(null))
                .addAttribute("sizes", SizeClass.values())
                .addAttribute("keyClasses", KeyClass.values())
                .addAttribute("industries", industries)
                .addAttribute("regions", regions)
                .addAttribute("sites", sites.of(known));
        return "enterprise/profile";
    }
}
