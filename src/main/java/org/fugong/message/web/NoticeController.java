package org.fugong.message.web;

import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.message.Notices;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the firm has been told: all of it, page by page, and each opened by a button that marks it as read. */
@Controller
@RequestMapping("/my/notices")
class NoticeController {

    private static final int PAGE = 20;

    private final Notices notices;
    private final Enterprises enterprises;

    NoticeController(Notices notices, Enterprises enterprises) {
        this.notices = notices;
        this.enterprises = enterprises;
    }

    @GetMapping
    String list(@RequestParam(required = false) Long before, Actor actor, Model model) {
        var page = notices.of(firm(actor), before == null ? Long.MAX_VALUE : before, PAGE + 1);
        var shown = page.stream().limit(PAGE).toList();
        model.addAttribute("notices", shown)
                .addAttribute("unread", shown.stream().anyMatch(notice -> notice.readAt() == null))
                .addAttribute("older", page.size() > PAGE ? shown.getLast().id() : null)
                .addAttribute("before", before);
        return "message/notices";
    }

    /** Leads on to where it is dealt with, if that is still there. */
    @PostMapping("/{id:\\d{1,18}}/reading")
    String read(@PathVariable long id, Actor actor) {
        return "redirect:"
                + notices.read(firm(actor), id).map(notice -> notice.gone() ? "/my/notices" : notice.link()).orElseThrow(NotFound::new);
    }

    /** Only what was on the page is read: not what came while it was looked at. */
    @PostMapping("/readings")
    String readAll(@RequestParam(defaultValue = "0") long upTo, Actor actor) {
        notices.readUpTo(firm(actor), upTo);
        return "redirect:/my/notices";
    }

    private long firm(Actor actor) {
        return enterprises.of(actor).orElseThrow(NotFound::new).id();
    }
}
