package org.fugong.filing;

import java.time.Clock;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.Use;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Permits or refuses an application, by an official of its county; the second of two who decide at once is told. */
@Component
public class FilingDecision {

    private final Filings filings;
    private final Applicability applicability;
    private final RiskLevels levels;
    private final Clock clock;

    FilingDecision(Filings filings, Applicability applicability, RiskLevels levels, Clock clock) {
        this.filings = filings;
        this.applicability = applicability;
        this.levels = levels;
        this.clock = clock;
    }

    /** {@link NotFound} outside the official's county, {@link Filing.Overtaken} where there is nothing to decide any more. */
    @Transactional
    public Filing permit(Actor official, String no) {
        return filings.save(decidable(official, no).permit(official, clock.instant()));
    }

    /** The same with the reasons, each of which names an item of the filing's list; {@link NotFound} where one is no ground. */
    @Transactional
    public Filing refuse(Actor official, String no, List<Decision.Reason> reasons) {
        var filing = decidable(official, no);
        var grounds = grounds(filing).stream().map(ConditionItem::code).toList();
        if (!reasons.stream().allMatch(reason -> grounds.contains(reason.code()))) {
            throw new NotFound();
        }
        return filings.save(filing.refuse(official, reasons, clock.instant()));
    }

    /** The items of the filing's list that a refusal may rest on: those that have to be met, not advice. */
    public List<ConditionItem> grounds(Filing filing) {
        return applicability.listOf(filing).items().stream().filter(item -> item.use() != Use.GUIDE).toList();
    }

    /** In a county at low risk nothing is decided: everybody may start. */
    private Filing decidable(Actor official, String no) {
        if (official.role() != Role.OFFICIAL) {
            throw new NotFound();
        }
        var filing = filings.findForUpdateByNoAndCounty(no, official.scope()).orElseThrow(NotFound::new);
        if (levels.now(filing.county()).regime() == Regime.NOTICE) {
            throw new Filing.Overtaken(filing, "decision at low risk");
        }
        return filing;
    }
}
