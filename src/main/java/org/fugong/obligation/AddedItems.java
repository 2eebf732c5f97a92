package org.fugong.obligation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fugong.account.Actor;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.condition.ConditionItem;
import org.fugong.enterprise.Enterprises;
import org.fugong.filing.Applicability;
import org.fugong.filing.Duty;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.filing.Fingerprint;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Verdict;
import org.fugong.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The items that high risk adds to what a running firm has filed, and its confirmation of them, one by one. */
@Component
public class AddedItems {

    private final Filings filings;
    private final Obligations obligations;
    private final Enterprises enterprises;
    private final Applicability applicability;
    private final CountyLists lists;
    private final JdbcClient jdbc;
    private final Clock clock;

    AddedItems(Filings filings, Obligations obligations, Enterprises enterprises, Applicability applicability, CountyLists lists,
            JdbcClient jdbc, Clock clock) {
        this.filings = filings;
        this.obligations = obligations;
        this.enterprises = enterprises;
        this.applicability = applicability;
        this.lists = lists;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One of them in the words of the list, which {@code words} is the digest of, and whether the firm has confirmed these. */
    public record Added(ConditionItem item, String words, boolean confirmed) {
    }

    /** What a firm is asked to confirm about a filing; {@code obligation} is null where it is asked nothing. */
    public record Asked(Filing filing, Obligation obligation, CountyList list, List<Added> items) {

        private boolean settled() {
            return items.stream().allMatch(Added::confirmed);
        }
    }

    @Transactional(readOnly = true)
    public Asked of(Actor actor, String no) {
        var filing = enterprises.of(actor).flatMap(firm -> filings.findByNoAndEnterpriseId(no, firm.id())).orElseThrow(NotFound::new);
        return obligations.findByFilingIdAndDutyAndState(filing.id(), Duty.CONFIRM, Obligation.State.OPEN)
                .map(obligation -> asked(filing, obligation)).orElse(new Asked(filing, null, null, List.of()));
    }

    /** Confirms items by their codes, each in the words that the firm saw; what was confirmed stays. What is asked for then. */
    @Transactional
    public Asked confirm(Actor actor, String no, Map<String, String> seen) {
        var asked = of(actor, no);
        if (asked.obligation == null) {
            return asked;
        }
        var now = clock.instant();
        var confirmed = asked.items.stream().filter(added -> !added.confirmed && added.words.equals(seen.get(added.item.code()))).toList();
        confirmed.forEach(added -> jdbc.sql("""
                insert into obligation_confirmation (obligation_id, code, fingerprint, confirmed_at, confirmed_by)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(asked.obligation.id(), added.item.code(), added.words, OffsetDateTime.ofInstant(now, ZoneOffset.UTC),
                        actor.accountId())
                .update());
        if (!confirmed.isEmpty()) {
            obligations.save(asked.obligation.confirm(confirmed.stream().map(added -> added.item.code()).toList()));
        }
        var then = asked(asked.filing, asked.obligation);
        if (then.settled()) {
            obligations.save(asked.obligation.fulfil(now));
        }
        return then;
    }

    private Asked asked(Filing filing, Obligation obligation) {
        var list = lists.inForce(filing.county(), RiskLevel.HIGH, clock.instant());
        var confirmed = confirmed(obligation);
        return new Asked(filing, obligation, list, Additions.between(applicability.listOf(filing), list).stream()
                .filter(item -> list.check(item.code(), filing.facts(), Map.of()).verdict() != Verdict.NOT_APPLICABLE)
                .map(item -> new Added(item, Fingerprint.of(item), confirmed.contains(item.code() + " " + Fingerprint.of(item)))).toList());
    }

    private Set<String> confirmed(Obligation obligation) {
        return jdbc.sql("select code || ' ' || fingerprint from obligation_confirmation where obligation_id = ?").param(obligation.id())
                .query(String.class).set();
    }
}
