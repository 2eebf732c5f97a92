package org.fugong.obligation;

import java.util.List;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;

/** The items that a stricter list asks for and the list of a filing did not. */
final class Additions {

    private Additions() {
    }

    static List<ConditionItem> between(CountyList before, CountyList now) {
        var known = before.items().stream().filter(item -> item.use() != ConditionUse.GUIDE).map(ConditionItem::code).toList();
        return now.items().stream().filter(item -> item.use() != ConditionUse.GUIDE && !known.contains(item.code())).toList();
    }
}
