package org.fugong.application;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.audit.Audited;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionUse;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.OwedDays;
import org.fugong.filing.OwedItem;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.springframework.stereotype.Component;

/** What a refusal, or the disagreement of a department, may rest on: items of the filing's own list and nothing outside it. */
@Component
public class RefusalGrounds {

    private final Applicability applicability;
    private final OwedDays owedDays;
    private final Trail trail;

    RefusalGrounds(Applicability applicability, OwedDays owedDays, Trail trail) {
        this.applicability = applicability;
        this.owedDays = owedDays;
        this.trail = trail;
    }

    /**
     * The items of the filing's list that a refusal may rest on: those that have to be met, not advice, and that apply to the
     * firm; what is not met first, then what cannot be told, then what is met.
     */
    public List<RefusalGround> of(Filing filing) {
        var findings = filing.findings().stream().collect(Collectors.toMap(Finding::code, finding -> finding));
        var owed = owedDays.of(filing).stream().collect(Collectors.toMap(OwedItem::code, item -> item));
        return applicability.listOf(filing).items().stream().filter(item -> item.use() != ConditionUse.GUIDE)
                .map(item -> new RefusalGround(item, findings.get(item.code()), owed.get(item.code())))
                .filter(ground -> ground.verdict() != Verdict.NOT_APPLICABLE)
                .sorted(Comparator.comparingInt(RefusalGround::rank)).toList();
    }

    /** Of these the ones that a department speaks on. */
    public List<RefusalGround> of(Filing filing, Opinion opinion) {
        return of(filing).stream().filter(ground -> opinion.categories().contains(ground.item().category())).toList();
    }

    /** Which codes are none of the grounds; that somebody tried to refuse for them is logged, also where it is rolled back. */
    public List<String> foreign(Filing filing, List<RefusalGround> grounds, Collection<String> codes) {
        var known = grounds.stream().map(RefusalGround::code).toList();
        var foreign = codes.stream().filter(code -> !known.contains(code)).toList();
        if (!foreign.isEmpty()) {
            trail.refused(new OutsideList(filing.id(), filing.county(), foreign));
        }
        return foreign;
    }

    /** Somebody was refused a refusal for what the filing's list does not ask; kept beside the filing's own history. */
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
