package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingAct;
import org.fugong.filing.Orders;
import org.fugong.risk.RiskLevels;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Answers what the state of a filing does not allow: with the state, what can be done instead, and what was typed. */
@Component
class RefusedActs {

    private final RiskLevels levels;
    private final Orders orders;

    RefusedActs(RiskLevels levels, Orders orders) {
        this.levels = levels;
        this.orders = orders;
    }

    /** What was typed into a field, under its label. */
    record Said(String label, String text) {
    }

    /**
     * The page of a refusal.
     *
     * @param act what was refused, as the key of its words
     * @param typed what was typed; what is blank is left out
     */
    String page(String act, Filing filing, List<Said> typed, Model model, HttpServletResponse response) {
        var regime = levels.now(filing.county()).regime();
        boolean outdated = filing.basis().regime() != regime;
        boolean ordered = orders.stands(filing.id());
        response.setStatus(HttpStatus.CONFLICT.value());
        model.addAttribute("act", act)
                .addAttribute("filing", filing)
                .addAttribute("regime", regime)
                .addAttribute("ordered", ordered)
                .addAttribute("acts", FilingAct.in(filing.state()).stream()
                        .filter(one -> !ordered && !(outdated && (one == FilingAct.CHANGE || one == FilingAct.RENEW))).toList())
                .addAttribute("typed", typed.stream().filter(said -> said.text() != null && !said.text().isBlank()).toList());
        return "submission/refused";
    }
}
