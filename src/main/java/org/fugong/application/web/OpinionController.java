package org.fugong.application.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.application.DepartmentDesk;
import org.fugong.application.Opinion;
import org.fugong.application.OpinionGiving;
import org.fugong.application.Opinions;
import org.fugong.application.RefusalGrounds;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The task of one department: the file, and its opinion on the items of its own categories. */
@Controller
@RequestMapping("/desk/opinions/{id:\\d{1,18}}")
class OpinionController {

    private final ApplicationPages pages;
    private final Opinions opinions;
    private final OpinionGiving giving;
    private final RefusalGrounds grounds;
    private final DepartmentDesk desk;
    private final DeskReading reading;

    OpinionController(ApplicationPages pages, Opinions opinions, OpinionGiving giving, RefusalGrounds grounds, DepartmentDesk desk,
            DeskReading reading) {
        this.pages = pages;
        this.opinions = opinions;
        this.giving = giving;
        this.grounds = grounds;
        this.desk = desk;
        this.reading = reading;
    }

    @GetMapping
    String show(Actor actor, @PathVariable long id, Model model) {
        return page(actor, of(actor, id), OpinionForm.EMPTY, model);
    }

    /** Gives it; the second of two officials of a department sees what the first has said, with the own words still there. */
    @PostMapping
    String give(Actor actor, @PathVariable long id, @RequestParam Map<String, String> typed, Model model, HttpServletResponse response) {
        var opinion = of(actor, id);
        var filing = pages.file(actor, no(opinion)).filing();
        var form = OpinionForm.typed(typed);
        var binding = new MapBindingResult(new LinkedHashMap<>(), "given");
        var offered = grounds.of(filing, opinion);
        var reasons = form.reasons(filing, offered, grounds.foreign(filing, offered, form.reasons().keySet()), binding);
        try {
            if (!binding.hasErrors()) {
                giving.give(actor, id, Typed.whole(typed.get("version")).orElse(-1), reasons, form.note());
                return "redirect:/desk/opinions/" + id;
            }
            model.addAttribute(BindingResult.MODEL_KEY_PREFIX + "given", binding);
        } catch (OptimisticLockingFailureException e) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("conflict", ApplicationPages.problem(e));
        }
        return page(actor, of(actor, id), form, model);
    }

    private Opinion of(Actor actor, long id) {
        var county = opinions.county(id).map(named -> reading.county(actor, named)).orElseThrow(NotFound::new);
        return opinions.findByIdAndCounty(id, county).orElseThrow(NotFound::new);
    }

    private String no(Opinion opinion) {
        return opinions.filingNo(opinion.id(), opinion.county()).orElseThrow();
    }

    private String page(Actor actor, Opinion opinion, OpinionForm form, Model model) {
        var file = pages.file(actor, no(opinion));
        pages.show(actor, file, model);
        model.addAttribute("opinion", opinion)
                .addAttribute("own", reading.acts(actor) && desk.speaks(actor, opinion))
                .addAttribute("grounds", grounds.of(file.filing(), opinion).stream()
                        .collect(groupingBy(ground -> ground.verdict().name(), LinkedHashMap::new, toList())))
                .addAttribute("agrees", form.agrees())
                .addAttribute("reasons", form.reasons())
                .addAttribute("note", form.note());
        return "application/opinion";
    }
}
