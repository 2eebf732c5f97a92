package org.fugong.impact;

import java.util.List;
import org.fugong.adaptation.CountyList;
import org.fugong.risk.RiskLevel;

/** The live filings and drafts of counties, as whoever keeps them answers for them: a change of a list is held against them. */
public interface LiveFilings {

    /** The next of a county and level after an id, judged by both lists. */
    List<ComparedFiling> judged(String county, RiskLevel level, CountyList before, CountyList after, long afterId, int atMost);

    /** Leaves a step in the history of each: what the list that is in force in the county by now means for it. */
    void leaveStep(String county, RiskLevel level, List<ComparedFiling> told);
}
