package org.fugong.lookup.web;

import org.fugong.adaptation.CountyAdaptation;
import org.fugong.condition.ConditionList;
import org.fugong.risk.RiskLevelChange;
import org.fugong.web.RenderedPages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Drops the kept pages when a list, what a county asks less of, or a level has changed: whatever they show may rest on it. */
@Component
class ChangedCounties {

    private final RenderedPages pages;

    ChangedCounties(RenderedPages pages) {
        this.pages = pages;
    }

    @TransactionalEventListener
    void listChanged(ConditionList.Changed event) {
        pages.drop(shown -> true);
    }

    @TransactionalEventListener
    void adapted(CountyAdaptation.Recorded event) {
        pages.drop(shown -> true);
    }

    @TransactionalEventListener
    void levelSet(RiskLevelChange.LevelSet event) {
        pages.drop(shown -> true);
    }
}
