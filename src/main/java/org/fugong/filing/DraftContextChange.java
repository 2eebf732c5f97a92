package org.fugong.filing;

import java.util.List;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ListComparison;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevel;

/** What has changed under a draft since it was begun: the level, the regime, whether its kind is still offered, the list. */
public record DraftContextChange(RiskLevel levelBefore, RiskLevel level, Regime regimeBefore, Regime regime, boolean kindGone,
        CountyList before, CountyList now, List<ListComparison.Change> changes) {

    /** The items that came, went or ask for something else; a mere change of order asks for nothing. */
    public List<ListComparison.Change> items() {
        return changes.stream().filter(change -> change.kind() != ListComparison.Kind.MOVED).toList();
    }
}
