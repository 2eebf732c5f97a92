package org.fugong.draw;

import java.util.List;
import java.util.Map;

/**
 * The pool as it would be now.
 *
 * @param strata     the firms of each stratum by its value, in order
 * @param leftOut    how many firms of the scope are not in it, by reason
 * @param inspectors how many of each department may be sent
 * @param lapsed     how many officials may not, because they have no valid credential
 */
public record PoolPreview(Map<String, Integer> strata, Map<String, Integer> leftOut, Map<String, Integer> inspectors, int lapsed) {

    public int firms() {
        return strata.values().stream().mapToInt(count -> count).sum();
    }

    /** The values of the strata in order. */
    public List<String> values() {
        return List.copyOf(strata.keySet());
    }
}
