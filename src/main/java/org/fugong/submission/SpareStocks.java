package org.fugong.submission;

import java.util.List;
import java.util.Objects;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Finding;
import org.springframework.stereotype.Component;

/**
 * What a site has in store beyond what its own people need, such as masks: the answers of its filing that are numbers and have to reach
 * what the planned staff needs. Whoever is filed for with the same answers can count on no more than that.
 */
@Component
public class SpareStocks {

    private static final String STAFF = "planned_staff";

    private final Applicability applicability;

    SpareStocks(Applicability applicability) {
        this.applicability = applicability;
    }

    /** What is left of a stock, in the unit of its item. */
    public record Spare(ConditionItem item, double amount) {

        public String code() {
            return item.code();
        }

        /** The part of so many people among so many, in whole pieces. */
        public double share(int staff, int all) {
            return all == 0 ? 0 : Math.floor(amount * staff / all);
        }
    }

    /** Those of a filing, in the order of its list; none of one that promised its conditions. */
    public List<Spare> of(Filing filing) {
        var list = applicability.listOf(filing);
        return list.items().stream().filter(item -> item.answer() == AnswerType.NUMBER && list.factsOf(item.code()).contains(STAFF))
                .map(item -> spare(filing, item)).filter(Objects::nonNull).toList();
    }

    /** Null where nothing was answered, or the rules found nothing to reach. */
    private static Spare spare(Filing filing, ConditionItem item) {
        var needed = filing.findings().stream().filter(finding -> finding.code().equals(item.code())).map(Finding::needed)
                .filter(Objects::nonNull).findFirst();
        return needed.isPresent() && filing.answer(item.code()).value() instanceof Number stock
                ? new Spare(item, Math.max(0, stock.doubleValue() - needed.get()))
                : null;
    }
}
