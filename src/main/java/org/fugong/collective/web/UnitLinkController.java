package org.fugong.collective.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.fugong.collective.EntryLimit;
import org.fugong.collective.UnitEntry;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Sites;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a tenant or a section enters itself by the link of its operator, without an account; nothing can be read there. */
@Controller
@RequestMapping("/units/{token:[A-Za-z0-9_-]{22}}")
class UnitLinkController {

    private final UnitEntry entry;
    private final EntryLimit limit;
    private final Enterprises enterprises;
    private final Sites sites;

    UnitLinkController(UnitEntry entry, EntryLimit limit, Enterprises enterprises, Sites sites) {
        this.entry = entry;
        this.limit = limit;
        this.enterprises = enterprises;
        this.sites = sites;
    }

    @GetMapping
    String form(@PathVariable String token, Model model) {
        model.addAttribute("unit", UnitForm.EMPTY);
        return page(token, model);
    }

    @PostMapping
    String enter(@PathVariable String token, @Valid @ModelAttribute("unit") UnitForm form, BindingResult binding, Model model,
            HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
        entry.open(token);
        var entered = form.read(binding);
        if (entered.isPresent() && !limit.allows(request.getRemoteAddr())) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            binding.reject("listed-unit.too-many");
        }
        if (!binding.hasErrors() && UnitController.done(() -> entry.enterByLink(token, entered.orElseThrow()), binding)) {
            redirect.addFlashAttribute("entered", entered.orElseThrow().name());
            return "redirect:/units/" + token;
        }
        return page(token, model);
    }

    private String page(String token, Model model) {
        var list = entry.open(token);
        model.addAttribute("token", token)
                .addAttribute("venue", sites.findByIdAndEnterpriseId(list.siteId(), list.enterpriseId()).orElseThrow())
                .addAttribute("operator", enterprises.findById(list.enterpriseId()).orElseThrow());
        return "collective/link";
    }
}
