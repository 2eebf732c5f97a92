package org.fugong.owed.web;

import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.owed.OwedState;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What a firm owes to all its filings, what is due first in front, each with the way to supply it. */
@Controller
class OwedFirmController {

    private final OwedQueue queue;
    private final Enterprises enterprises;

    OwedFirmController(OwedQueue queue, Enterprises enterprises) {
        this.queue = queue;
        this.enterprises = enterprises;
    }

    @GetMapping("/my/owed")
    String owed(Actor actor, Model model) {
        var rows = queue.ofFirm(enterprises.of(actor).orElseThrow(NotFound::new).id());
        model.addAttribute("rows", rows).addAttribute("waiting", rows.stream().anyMatch(row -> row.state() == OwedState.WAITING));
        return "owed/firm";
    }
}
