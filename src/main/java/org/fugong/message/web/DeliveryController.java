package org.fugong.message.web;

import org.fugong.account.Actor;
import org.fugong.message.UndeliveredNotices;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an admin's people were to be told by mail or message and were not, with why, and the way to have it sent again. */
@Controller
@RequestMapping("/admin/deliveries")
class DeliveryController {

    private static final int PAGE = 50;

    private final UndeliveredNotices undelivered;

    DeliveryController(UndeliveredNotices undelivered) {
        this.undelivered = undelivered;
    }

    @GetMapping
    String list(@RequestParam(required = false) Long before, Actor actor, Model model) {
        var page = undelivered.page(actor, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        model.addAttribute("counts", undelivered.counts(actor))
                .addAttribute("rows", page.stream().limit(PAGE).toList())
                .addAttribute("older", page.size() > PAGE ? page.get(PAGE - 1).id() : null)
                .addAttribute("before", before);
        return "message/deliveries";
    }

    @PostMapping("/{id:\\d{1,18}}/resending")
    String resend(@PathVariable long id, Actor actor, RedirectAttributes redirect) {
        undelivered.resend(actor, id);
        redirect.addFlashAttribute("done", true);
        return "redirect:/admin/deliveries";
    }
}
