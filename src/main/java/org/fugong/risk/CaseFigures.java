package org.fugong.risk;

/** Cases in a county: new ones within 14 days, all so far, and whether there was a cluster within 14 days. */
public record CaseFigures(int fresh, int cumulative, boolean cluster) {

    public CaseFigures {
        if (fresh < 0 || cumulative < fresh) {
            throw new IllegalArgumentException("%d new of %d cases".formatted(fresh, cumulative));
        }
    }
}
