package org.fugong.request.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.request.Demand;
import org.fugong.request.RequestSending;
import org.fugong.request.Requests;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where anyone tells of a demand beyond the law, with an account or without, and looks the answer up. */
@Controller
@RequestMapping("/requests")
class ReportController {

    private final RequestSending sending;
    private final Requests requests;
    private final Regions regions;
    private final Clock clock;

    ReportController(RequestSending sending, Requests requests, Regions regions, Clock clock) {
        this.sending = sending;
        this.requests = requests;
        this.regions = regions;
        this.clock = clock;
    }

    /** The code of a request opens its page; without one it is told what this is for. */
    @GetMapping
    String start(@RequestParam(required = false) String code, Model model, HttpServletResponse response) {
        var typed = Typed.plain(code);
        var wanted = typed.substring(typed.lastIndexOf('/') + 1);
        if (requests.findByCode(wanted).isPresent()) {
            return "redirect:/requests/" + wanted;
        }
        if (!typed.isEmpty()) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("unknown", true);
        }
        return "request/start";
    }

    @GetMapping("/new")
    String form(@RequestParam(required = false) String county, @RequestParam(required = false) String filing, Actor actor, Locale locale,
            Model model) {
        model.addAttribute("report", new ReportForm("", county, "", "", "", filing, ""));
        return form(actor, locale, model);
    }

    @PostMapping
    String send(@Valid @ModelAttribute("report") ReportForm form, BindingResult binding, Actor actor, Locale locale, Model model,
            HttpServletRequest web, HttpServletResponse response, RedirectAttributes redirect) {
        var told = form.read(regions, LocalDate.now(clock), binding);
        if (told.isEmpty()) {
            return form(actor, locale, model);
        }
        try {
            var sent = sending.send(actor, web.getRemoteAddr(), told.get());
            redirect.addFlashAttribute("sent", true);
            return "redirect:" + (sent.code() == null ? "/my/requests/" + sent.no() : "/requests/" + sent.code());
        } catch (RequestSending.TooMany e) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            binding.reject("report.too-many");
            return form(actor, locale, model);
        }
    }

    @GetMapping("/{code:[A-Za-z0-9_-]{22}}")
    String answer(@PathVariable String code, Locale locale, Model model) {
        var request = requests.findByCode(code).orElseThrow(NotFound::new);
        model.addAttribute("shown", request).addAttribute("place", regions.name(request.county(), locale).orElse(""));
        return "request/answer";
    }

    private String form(Actor actor, Locale locale, Model model) {
        model.addAttribute("prefectures", County.byPrefecture(regions.served(), locale))
                .addAttribute("demands", Demand.values())
                .addAttribute("named", actor != null && actor.role() == Role.ENTERPRISE);
        return "request/new";
    }
}
