package org.fugong.obligation.web;

import org.fugong.account.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the firms of the official's county are asked to do after a change of level. */
@Controller
class DutyDeskController {

    private final DutyQueue queue;

    DutyDeskController(DutyQueue queue) {
        this.queue = queue;
    }

    @GetMapping("/desk/obligations")
    String queue(Actor actor, @RequestParam(required = false) String after, @RequestParam(required = false) String before, Model model) {
        model.addAttribute("page", queue.page(actor.scope(), after, before)).addAttribute("walk", new DutyQueue.Walk());
        return "filing/duty-queue";
    }
}
