package org.fugong.request.web;

import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.enterprise.Enterprises;
import org.fugong.region.Regions;
import org.fugong.request.Requests;
import org.fugong.web.NotFound;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the firm has told, with the answers. */
@Controller
@RequestMapping("/my/requests")
class FirmRequestController {

    private static final int PAGE = 20;

    private final Requests requests;
    private final Enterprises enterprises;
    private final Regions regions;

    FirmRequestController(Requests requests, Enterprises enterprises, Regions regions) {
        this.requests = requests;
        this.enterprises = enterprises;
        this.regions = regions;
    }

    @GetMapping
    String list(@RequestParam(required = false) Long before, Actor actor, Model model) {
        var page = requests.findByEnterpriseIdAndIdLessThanOrderByIdDesc(firm(actor), before == null ? Long.MAX_VALUE : before,
                Limit.of(PAGE + 1));
        model.addAttribute("requests", page.stream().limit(PAGE).toList())
                .addAttribute("before", before)
                .addAttribute("older", page.size() > PAGE ? page.get(PAGE - 1).id() : null);
        return "request/mine";
    }

    @GetMapping("/{no:\\d{6}-\\d{5,12}}")
    String request(@PathVariable String no, Actor actor, Locale locale, Model model) {
        var request = requests.findByNoAndEnterpriseId(no, firm(actor)).orElseThrow(NotFound::new);
        model.addAttribute("shown", request).addAttribute("place", regions.name(request.county(), locale).orElse(""));
        return "request/answer";
    }

    private long firm(Actor actor) {
        return enterprises.of(actor).orElseThrow(NotFound::new).id();
    }
}
