package org.fugong.obligation.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.obligation.AddedItems;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The items that high risk has added to what a running firm filed, to confirm one by one. */
@Controller
@RequestMapping("/my/filings/{no:\\d{6}-\\d{6}-\\d{5,12}-\\d}/additions")
class AdditionsController {

    private final AddedItems added;

    AdditionsController(AddedItems added) {
        this.added = added;
    }

    @GetMapping
    String additions(@PathVariable String no, Actor actor, Model model) {
        return page(added.of(actor, no), model);
    }

    /** What is ticked is sent as the digest of the words that were on the page: other words that came meanwhile are not confirmed. */
    @PostMapping
    String confirm(@PathVariable String no, Actor actor, HttpServletRequest request, Model model, RedirectAttributes redirect) {
        var before = added.of(actor, no);
        var then = added.confirm(actor, no, before.items().stream().filter(item -> request.getParameter(item.item().code()) != null)
                .collect(Collectors.toMap(item -> item.item().code(), item -> request.getParameter(item.item().code()))));
        var left = then.items().stream().filter(item -> !item.confirmed()).toList();
        if (left.isEmpty()) {
            redirect.addFlashAttribute("added", !before.items().isEmpty());
            return "redirect:/my/filings/" + no;
        }
        var binding = new MapBindingResult(Map.of(), "additions");
        left.forEach(item -> binding.rejectValue(item.item().code(), "additions.missing", new Object[]{item.item().code()}, null));
        model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "additions", binding);
        return page(then, model);
    }

    private static String page(AddedItems.Asked asked, Model model) {
        if (asked.obligation() == null) {
            return "redirect:/my/filings/" + asked.filing().no();
        }
        model.addAttribute("asked", asked);
        return "obligation/additions";
    }
}
