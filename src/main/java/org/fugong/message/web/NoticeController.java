package org.fugong.message.web;

import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.message.Inbox;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What one has been told: all of it, page by page, and each opened by a button that marks it as read. */
@Controller
@RequestMapping({"/my/notices", "/desk/notices", "/admin/notices"})
class NoticeController {

    private static final int PAGE = 20;

    private final Inbox inbox;

    NoticeController(Inbox inbox) {
        this.inbox = inbox;
    }

    /** Where a role finds its notices. */
    static String place(Role role) {
        return switch (role) {
            case ENTERPRISE -> "/my/notices";
            case OFFICIAL, HOTLINE -> "/desk/notices";
            case COUNTY_ADMIN, PROVINCE_ADMIN -> "/admin/notices";
        };
    }

    @GetMapping
    String list(@RequestParam(required = false) Long before, Actor actor, Model model) {
        var page = inbox.page(actor, before == null ? Long.MAX_VALUE : before, PAGE + 1);
        var shown = page.stream().limit(PAGE).toList();
        model.addAttribute("place", place(actor.role()))
                .addAttribute("notices", shown)
                .addAttribute("unread", shown.stream().anyMatch(notice -> notice.readAt() == null))
                .addAttribute("older", page.size() > PAGE ? shown.getLast().id() : null)
                .addAttribute("before", before);
        return "message/notices";
    }

    /** Leads on to where it is dealt with, if that is still there. */
    @PostMapping("/{id:\\d{1,18}}/reading")
    String read(@PathVariable long id, Actor actor) {
        return "redirect:"
                + inbox.read(actor, id).map(notice -> notice.gone() ? place(actor.role()) : notice.link()).orElseThrow(NotFound::new);
    }

    /** Only what was on the page is read: not what came while it was looked at. */
    @PostMapping("/readings")
    String readAll(@RequestParam(defaultValue = "0") long upTo, Actor actor) {
        inbox.readUpTo(actor, upTo);
        return "redirect:" + place(actor.role());
    }
}
