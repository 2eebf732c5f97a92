package org.fugong.submission;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionItem;
import org.fugong.enterprise.Enterprises;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.Filings;
import org.fugong.filing.SuppliedItem;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Fact;
import org.fugong.rule.Finding;
import org.fugong.rule.Rules;
import org.fugong.rule.Verdict;
import org.fugong.web.Dates;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Supplies an item that a filing owes 容缺, by its firm: it is checked by the list of the filing, as in a draft. */
@Component
public class OwedSupply {

    private final Filings filings;
    private final Enterprises enterprises;
    private final Applicability applicability;
    private final Clock clock;

    OwedSupply(Filings filings, Enterprises enterprises, Applicability applicability, Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.applicability = applicability;
        this.clock = clock;
    }

    /** An item of a filing that was owed when it was submitted, and the facts that it is told by, of which the firm gives those of now. */
    public record Owed(Filing filing, CountyList list, ConditionItem item, List<Fact> facts) {

        /** Whether it may be supplied: it is still owed, and its filing has not ended. */
        public boolean open() {
            return filing.supplies(item.code());
        }
    }

    /** {@link NotFound} where the filing is another firm's, or the item was not owed. */
    @Transactional(readOnly = true)
    public Owed of(Actor actor, String no, String code) {
        var filing = enterprises.of(actor).flatMap(firm -> filings.findByNoAndEnterpriseId(no, firm.id())).orElseThrow(NotFound::new);
        return owed(filing, code);
    }

    /**
     * Supplies an item where the rules find it met; otherwise nothing is changed. Supplied twice it is supplied once.
     *
     * @param value what is answered, or null where the item is told by facts alone
     * @param facts what is stated anew, by name; those that do not belong to the item are left out
     * @return what the rules find
     * @throws NotFound as for {@link #of}
     * @throws Filing.Overtaken where the filing has ended
     */
    @Transactional
    public Finding supply(Actor actor, String no, String code, Object value, Map<String, Object> facts) {
        var enterprise = enterprises.of(actor).orElseThrow(NotFound::new);
        var filing = filings.findForUpdateByNoAndEnterpriseId(no, enterprise.id()).orElseThrow(NotFound::new);
        var owed = owed(filing, code);
        var today = LocalDate.ofInstant(clock.instant(), Dates.ZONE);
        var stated = new HashMap<String, Object>();
        owed.facts.forEach(fact -> stated.put(fact.name(), facts.getOrDefault(fact.name(), filing.facts().get(fact.name()))));
        stated.values().removeIf(one -> one == null);
        var known = new HashMap<>(filing.facts());
        known.putAll(stated);
        known.put(Rules.DAY, today.toString());
        var answer = owed.item.answer() == AnswerType.NONE ? null : value;
        var finding = owed.list.check(code, known, answer == null ? Map.of() : Map.of(code, answer));
        boolean met = finding.verdict() == Verdict.MET || finding.verdict() == Verdict.NOT_APPLICABLE;
        if (met && filing.supplied(code) == null) {
            filings.save(filing.supply(new SuppliedItem(code, today, answer, stated, finding, actor.name())));
        }
        return finding;
    }

    private Owed owed(Filing filing, String code) {
        if (filing.supplied(code) == null && filing.owed().stream().noneMatch(item -> item.code().equals(code))) {
            throw new NotFound();
        }
        var list = applicability.listOf(filing);
        var item = list.item(code);
        var used = list.factsOf(code);
        return new Owed(filing, list, item, item.answer() != AnswerType.NONE
                ? List.of()
                : FilingFacts.asked(list).stream().filter(fact -> used.contains(fact.name())).toList());
    }
}
