package org.fugong.statistics;

import java.util.Map;

/** What is open and what of it is overdue in one county. */
public record CountyWork(String county, Map<Work, Figures> figures) {

    public Figures of(Work work) {
        return figures.get(work);
    }

    /** How many are open, and how many of them overdue. */
    public record Figures(Count open, Count overdue) {
    }
}
