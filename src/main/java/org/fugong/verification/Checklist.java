package org.fugong.verification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.filing.Filing;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;

/**
 * What may be checked: the items of the filing's own list that ask for something, and nothing outside it (国办发明电〔2020〕6号),
 * with what the rules found of them when it was filed, by code.
 */
public record Checklist(List<ConditionItem> items, Map<String, Verdict> filed) {

    public Checklist {
        items = items.stream().filter(item -> item.use() != ConditionUse.GUIDE).toList();
        filed = Map.copyOf(filed);
    }

    /** The list that a filing was judged by, with its findings. */
    public static Checklist of(CountyList list, Filing filing) {
        return new Checklist(list.items(), filing.findings().stream().collect(Collectors.toMap(Finding::code, Finding::verdict)));
    }

    public boolean contains(String code) {
        return items.stream().anyMatch(item -> item.code().equals(code));
    }

    /** The codes that the list does not name. */
    List<String> outside(Collection<String> codes) {
        return codes.stream().filter(code -> !contains(code)).toList();
    }

    /** The items without a mark, in list order. */
    List<String> unmarked(ItemResults results) {
        return items.stream().map(ConditionItem::code).filter(code -> results.mark(code) == null).toList();
    }

    /** The results with the items that did not apply when it was filed marked as such, unless they have another mark. */
    ItemResults preset(ItemResults results) {
        return results.marked(items.stream().map(ConditionItem::code).filter(code -> filed.get(code) == Verdict.NOT_APPLICABLE).toList(),
                Conformity.NOT_APPLICABLE);
    }

    /** The items whose result says otherwise than what was filed about whether they apply; each needs a note. */
    List<String> contradicted(ItemResults results) {
        return items.stream().map(ConditionItem::code).filter(code -> contradicts(filed.get(code), results.mark(code))).toList();
    }

    private static boolean contradicts(Verdict filed, Conformity mark) {
        return filed == Verdict.NOT_APPLICABLE
                ? mark == Conformity.FAILS
                : mark == Conformity.NOT_APPLICABLE && (filed == Verdict.MET || filed == Verdict.UNMET);
    }

    /** Whether one of the codes is an item whose failure may stop the work. */
    boolean vetoed(Collection<String> codes) {
        return items.stream().anyMatch(item -> item.veto() && codes.contains(item.code()));
    }

    /** The codes in list order. */
    public List<ConditionItem> of(Collection<String> codes) {
        return items.stream().filter(item -> codes.contains(item.code())).toList();
    }
}
