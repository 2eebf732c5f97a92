package org.fugong.impact;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.rule.Verdict;

/** A firm's filing, or a draft (without a number), judged by the list before a change and by the one after it, verdicts by code. */
public record ComparedFiling(long id, String no, long enterpriseId, String firm, String creditCode, Map<String, Verdict> before,
        Map<String, Verdict> after) {

    public boolean draft() {
        return no == null;
    }

    /** What changes for it, by code; nothing for most. */
    public SortedMap<String, VerdictChange> verdictChanges() {
        var codes = new TreeSet<>(before.keySet());
        codes.addAll(after.keySet());
        var changes = new TreeMap<String, VerdictChange>();
        codes.forEach(code -> VerdictChange.of(before.get(code), after.get(code)).ifPresent(change -> changes.put(code, change)));
        return Collections.unmodifiableSortedMap(changes);
    }
}
