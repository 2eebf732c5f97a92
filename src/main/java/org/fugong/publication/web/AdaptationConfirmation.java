package org.fugong.publication.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.fugong.account.Actor;
import org.fugong.adaptation.Adaptation;
import org.fugong.condition.ConditionList;
import org.fugong.impact.AdaptationImpacts;
import org.fugong.publication.ListAdaptation;
import org.fugong.risk.RiskLevel;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a county admin reads before asking less: what changes, whom it touches, what firms would be told, what follows later. */
@Component
class AdaptationConfirmation {

    private final ListAdaptation adapting;
    private final AdaptationImpacts impacts;
    private final ImpactPages impactPages;
    private final Clock clock;

    AdaptationConfirmation(ListAdaptation adapting, AdaptationImpacts impacts, ImpactPages impactPages, Clock clock) {
        this.adapting = adapting;
        this.impacts = impacts;
        this.impactPages = impactPages;
        this.clock = clock;
    }

    /** The page for what a form asks for, which has been read and may be done to a list. */
    String page(AdaptationForm form, Adaptation asked, ConditionList list, Actor actor, Locale locale, Model model) {
        RiskLevel level = list.level();
        Instant from = form.from().orElse(clock.instant());
        var lines = AdaptationPage.between(list.content(), adapting.before(level, from, actor).carriedOverTo(list.content()), asked,
                locale);
        model.addAttribute("level", level).addAttribute("adaptation", form).addAttribute("list", list).addAttribute("lines", lines);
        model.addAttribute("from", form.from().orElse(null));
        model.addAttribute("later",
                adapting.course(level, from, actor).stream().filter(revision -> revision.effectiveAt().isAfter(from)).toList());
        if (!lines.isEmpty()) {
            impactPages.summary(impacts.foresee(list, asked, from, actor), null, list, locale, model);
        }
        return "publication/adaptation-confirmation";
    }
}
