package org.fugong.impact;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many filings and drafts a change of a list was held against, and what it means for how many: by county, and by condition. */
public record ImpactCounts(int filings, int drafts, int touched, SortedMap<String, County> counties,
        SortedMap<String, Map<VerdictChange, Integer>> items) {

    public static final ImpactCounts NONE = new ImpactCounts(0, 0, 0, new TreeMap<>(), new TreeMap<>());

    /** The same of one county. */
    public record County(int filings, int drafts, int touched) {
    }

    ImpactCounts plus(String county, List<ComparedFiling> judged) {
        int newDrafts = (int) judged.stream().filter(ComparedFiling::draft).count();
        int newTouched = (int) judged.stream().filter(one -> !one.verdictChanges().isEmpty()).count();
        int newFilings = judged.size() - newDrafts;
        var byCounty = new TreeMap<>(counties);
        byCounty.merge(county, new County(newFilings, newDrafts, newTouched),
                (one, other) -> new County(one.filings + other.filings, one.drafts + other.drafts, one.touched + other.touched));
        var byItem = new TreeMap<String, Map<VerdictChange, Integer>>();
        items.forEach((code, turns) -> byItem.put(code, new EnumMap<>(turns)));
        judged.forEach(one -> one.verdictChanges().forEach(
                (code, change) -> byItem.computeIfAbsent(code, key -> new EnumMap<>(VerdictChange.class)).merge(change, 1, Integer::sum)));
        return new ImpactCounts(filings + newFilings, drafts + newDrafts, touched + newTouched,
                Collections.unmodifiableSortedMap(byCounty), Collections.unmodifiableSortedMap(byItem));
    }

    /** How often a condition takes a change. */
    public int of(String code, VerdictChange change) {
        return items.getOrDefault(code, Map.of()).getOrDefault(change, 0);
    }
}
