package org.fugong.verification;

import java.util.Collection;
import java.util.List;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;

/** What may be checked: the items of the filing's own list that ask for something, and nothing outside it (国办发明电〔2020〕6号). */
public record Checklist(List<ConditionItem> items) {

    public Checklist {
        items = items.stream().filter(item -> item.use() != ConditionUse.GUIDE).toList();
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

    /** Whether one of the codes is an item whose failure may stop the work. */
    boolean vetoed(Collection<String> codes) {
        return items.stream().anyMatch(item -> item.veto() && codes.contains(item.code()));
    }

    /** The codes in list order. */
    public List<ConditionItem> of(Collection<String> codes) {
        return items.stream().filter(item -> codes.contains(item.code())).toList();
    }
}
