package org.fugong.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fugong.account.Proof;
import org.fugong.audit.Audited;
import org.fugong.rule.Verdict;

/** What happens to a filing: every step is traced under its own subject and its county. */
public sealed interface FilingStep extends Audited permits FilingTransition, FilingStep.Started, FilingStep.Discarded,
        FilingStep.Submitted, FilingStep.Changed, FilingStep.Signed, FilingStep.Advised, FilingStep.Supplied, FilingStep.OwedOverdue,
        FilingStep.Switched, FilingStep.ListChanged {

    long filingId();

    @Override
    default String subject() {
        return "filing:" + filingId();
    }

    @Override
    String county();

    /** A draft was started; the identity is known only once the row is written, so the event asks for it then. */
    record Started(Filing filing) implements FilingStep {
        @Override
        public long filingId() {
            return filing.id();
        }

        @Override
        public String county() {
            return filing.county();
        }

        @Override
        public String action() {
            return "filing.started";
        }

        @Override
        public Map<String, Object> after() {
            return filing.succession().changesId() == null
                    ? Map.of("kind", filing.kind(), "site", filing.siteId())
                    : Map.of("kind", filing.kind(), "site", filing.siteId(), "changes", filing.succession().changesId());
        }
    }

    /** A draft was thrown away by its firm; nothing had been filed. */
    record Discarded(long filingId, String county, FilingKind kind) implements FilingStep {
        @Override
        public String action() {
            return "filing.discarded";
        }

        @Override
        public Map<String, Object> before() {
            return Map.of("kind", kind);
        }
    }

    /** A filing was submitted; from here on it is judged by this level and list for ever. */
    record Submitted(long filingId, String no, String county, FilingKind kind, FilingBasis basis, FilingState state,
            long enterpriseId, String name, long met, long promised, long notApplicable,
            long owed, LocalDate dueOn, String letterHash, Proof proof) implements FilingStep {

        /** A filing that has just been submitted, with the proof of identity that it was signed with, if it was. */
        static Submitted of(Filing filing, Proof proof) {
            return new Submitted(filing.id(), filing.no(), filing.county(), filing.kind(), filing.basis(), filing.state(),
                    filing.enterpriseId(), filing.name(), count(filing, Verdict.MET), promised(filing),
                    count(filing, Verdict.NOT_APPLICABLE),
                    filing.owed.size(), filing.dueOn(), filing.letterHash, proof);
        }

        private static long count(Filing filing, Verdict verdict) {
            return filing.findings().stream().filter(finding -> finding.verdict() == verdict).count();
        }

        private static long promised(Filing filing) {
            var later = filing.owed.stream().map(OwedItem::code).toList();
            return filing.kind() != FilingKind.COMMITMENT
                    ? 0
                    : filing.findings().stream().filter(finding -> !later.contains(finding.code())
                            && filing.answer(finding.code()).confirmed() != null).count();
        }

        @Override
        public String action() {
            return "filing.submitted";
        }

        @Override
        public Map<String, Object> after() {
            var after = new LinkedHashMap<String, Object>();
            after.put("no", no);
            after.put("kind", kind);
            after.put("regime", basis.regime());
            after.put("state", state);
            after.put("level", basis.level());
            after.put("list", basis.listId());
            after.put("adaptation", basis.adaptationId());
            after.put("met", met);
            after.put("promised", promised);
            after.put("notApplicable", notApplicable);
            after.put("owed", owed);
            after.put("dueOn", dueOn);
            after.put("letterHash", letterHash);
            after.put("proof", proof);
            after.values().removeIf(Objects::isNull);
            return after;
        }
    }

    /** A filing was submitted as a later version of another: which, and what it says differently. */
    record Changed(long filingId, String county, String no, int edition, String formerNo, VersionDifference difference)
            implements
                FilingStep {

        /** A version that has just been submitted, of which the other was the one before. */
        public static Changed of(Filing before, Filing after) {
            return new Changed(after.id(), after.county(), after.no(), after.succession().edition(), before.no(),
                    VersionDifference.of(before, after));
        }

        @Override
        public String action() {
            return "filing.changed";
        }

        @Override
        public Map<String, Object> before() {
            return Map.of("no", formerNo, "edition", edition - 1);
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("no", no, "edition", edition, "difference", difference);
        }
    }

    /** The firm signed its application as a commitment. */
    record Signed(long filingId, String county, String letterHash, Proof proof) implements FilingStep {
        @Override
        public String action() {
            return "filing.signed";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("letterHash", letterHash, "proof", proof);
        }
    }

    /** What was owed became advice. */
    record Advised(long filingId, String county, List<String> items) implements FilingStep {
        @Override
        public String action() {
            return "filing.advised";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("items", items);
        }
    }

    /** What was owed is owed no longer: the firm has supplied it, or a check has confirmed it. */
    record Supplied(long filingId, String county, List<String> items, boolean byFirm) implements FilingStep {
        @Override
        public String action() {
            return "filing.supplied";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("items", items, "byFirm", byFirm);
        }
    }

    /** Owed items were not supplied by their day. */
    record OwedOverdue(long filingId, String county, long enterpriseId, List<String> items) implements FilingStep {
        @Override
        public String action() {
            return "filing.owed-overdue";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("items", items);
        }
    }

    /** A draft went on as another kind, because the level of its county had changed. */
    record Switched(long filingId, String county, FilingKind from, FilingKind to) implements FilingStep {
        @Override
        public String action() {
            return "filing.switched";
        }

        @Override
        public Map<String, Object> before() {
            return Map.of("kind", from);
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("kind", to);
        }
    }

    /**
     * Another version of the list took effect, or what the county asks less of. A draft goes over to it; a filing stays as it was
     * judged, and this says what of it would not be met or could not be told by the new one, and what would be met now.
     */
    record ListChanged(long filingId, String county, String version, boolean draft, List<String> missed, List<String> met)
            implements
                FilingStep {
        @Override
        public String action() {
            return "filing.list-changed";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("version", version, "draft", draft, "missed", missed, "met", met);
        }
    }
}
