package org.fugong.filing;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Audited;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionUse;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Permits or refuses an application, by an official of its county; the second of two who decide at once is told. */
@Component
public class FilingDecision {

    private final Filings filings;
    private final Applicability applicability;
    private final RiskLevels levels;
    private final Trail trail;
    private final Clock clock;

    FilingDecision(Filings filings, Applicability applicability, RiskLevels levels, Trail trail, Clock clock) {
        this.filings = filings;
        this.applicability = applicability;
        this.levels = levels;
        this.trail = trail;
        this.clock = clock;
    }

    /** {@link NotFound} outside the official's county, {@link Filing.Overtaken} where there is nothing to decide any more. */
    @Transactional
    public Filing permit(Actor official, String no) {
        return filings.save(decidable(official, no).permit(official, clock.instant()));
    }

    /**
     * The same with the reasons, each of which names an item of the filing's list that applies to the firm, and with why the
     * rules are contradicted where they found one of the items met; {@link NotFound} where one is no ground,
     * {@link IllegalArgumentException} where such a contradiction is not explained.
     */
    @Transactional
    public Filing refuse(Actor official, String no, List<Decision.Reason> reasons, String contradiction) {
        var filing = decidable(official, no);
        if (!foreign(official, filing, reasons.stream().map(Decision.Reason::code).toList()).isEmpty()) {
            throw new NotFound();
        }
        return filings.save(filing.refuse(official, reasons, contradiction, clock.instant()));
    }

    /** Which codes are no ground for a refusal of the filing; that an official tried to refuse for them is logged. */
    @Transactional
    public List<String> foreign(Actor official, Filing filing, Collection<String> codes) {
        var grounds = grounds(filing).stream().map(RefusalGround::code).toList();
        var foreign = codes.stream().filter(code -> !grounds.contains(code)).toList();
        if (!foreign.isEmpty()) {
            trail.refused(new OutsideList(filing.id(), filing.county(), foreign));
        }
        return foreign;
    }

    /**
     * The items of the filing's list that a refusal may rest on: those that have to be met, not advice, and that apply to the
     * firm; what is not met first, then what cannot be told, then what is met.
     */
    public List<RefusalGround> grounds(Filing filing) {
        var findings = filing.findings().stream().collect(Collectors.toMap(Finding::code, finding -> finding));
        var owed = filing.owed().stream().collect(Collectors.toMap(OwedItem::code, item -> item));
        return applicability.listOf(filing).items().stream().filter(item -> item.use() != ConditionUse.GUIDE)
                .map(item -> new RefusalGround(item, findings.get(item.code()), owed.get(item.code())))
                .filter(ground -> ground.verdict() != Verdict.NOT_APPLICABLE)
                .sorted(Comparator.comparingInt(RefusalGround::rank)).toList();
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

    /** An official was refused a refusal for what the filing's list does not ask; kept beside the filing's own history. */
    private record OutsideList(long filingId, String county, List<String> codes) implements Audited {

        @Override
        public String action() {
            return "filing.refusal-refused";
        }

        @Override
        public String subject() {
            return "filing:" + filingId + "/decision";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("codes", codes.stream().limit(20).map(code -> code.matches("\\w{1,10}") ? code : "?").toList());
        }
    }
}
