package org.fugong.risk;

/** The level that the guidance of 2020-02-17 gives for the figures of a county, and why; an admin decides. */
public record LevelSuggestion(RiskLevel level, Reason reason) {

    /** More cases than these, all in all, are many. */
    public static final int FEW = 50;

    /** Which sentence of the guidance applies. */
    public enum Reason {
        NONE_NEW, FEW_IN_ALL, CLUSTER, NO_CLUSTER
    }

    public static LevelSuggestion of(CaseFigures figures) {
        if (figures.fresh() == 0) {
            return new LevelSuggestion(RiskLevel.LOW, Reason.NONE_NEW);
        }
        if (figures.cumulative() <= FEW) {
            return new LevelSuggestion(RiskLevel.MEDIUM, Reason.FEW_IN_ALL);
        }
        return figures.cluster()
                ? new LevelSuggestion(RiskLevel.HIGH, Reason.CLUSTER)
                : new LevelSuggestion(RiskLevel.MEDIUM, Reason.NO_CLUSTER);
    }
}
