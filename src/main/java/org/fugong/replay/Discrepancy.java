package org.fugong.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fugong.rule.Finding;

/** Where a finding that is kept is not the one that is computed again; one of the two is null where it is not there at all. */
public record Discrepancy(String code, Kind what, Finding kept, Finding computed) {

    /** What differs, the gravest first; a filing that cannot be judged any more has no findings to compare. */
    public enum Kind {
        UNREADABLE, MISSING, UNKNOWN, VERDICT, FIGURES, WORDS;

        /** Whether the judgement itself differs, and not only the sentences that it is put in. */
        public boolean grave() {
            return this != WORDS;
        }
    }

    static Discrepancy unreadable() {
        return new Discrepancy("", Kind.UNREADABLE, null, null);
    }

    static List<Discrepancy> between(List<Finding> kept, List<Finding> computed) {
        var left = byCode(kept);
        var found = new ArrayList<Discrepancy>();
        computed.forEach(now -> of(left.remove(now.code()), now).ifPresent(found::add));
        left.forEach((code, stored) -> found.add(new Discrepancy(code, Kind.UNKNOWN, stored, null)));
        return found;
    }

    private static Optional<Discrepancy> of(Finding kept, Finding now) {
        return what(kept, now).map(what -> new Discrepancy(now.code(), what, kept, now));
    }

    private static Optional<Kind> what(Finding kept, Finding now) {
        if (now.equals(kept)) {
            return Optional.empty();
        }
        if (kept == null) {
            return Optional.of(Kind.MISSING);
        }
        if (kept.verdict() != now.verdict()) {
            return Optional.of(Kind.VERDICT);
        }
        if (!same(kept.needed(), now.needed()) || !same(kept.given(), now.given()) || !same(kept.gap(), now.gap())) {
            return Optional.of(Kind.FIGURES);
        }
        return Objects.equals(kept.zh(), now.zh()) && Objects.equals(kept.en(), now.en()) ? Optional.empty() : Optional.of(Kind.WORDS);
    }

    /** The database knows no negative zero. */
    private static boolean same(Double one, Double other) {
        return one == null || other == null ? one == other : one.doubleValue() == other.doubleValue();
    }

    private static Map<String, Finding> byCode(List<Finding> findings) {
        var byCode = new LinkedHashMap<String, Finding>();
        findings.forEach(finding -> byCode.put(finding.code(), finding));
        return byCode;
    }
}
