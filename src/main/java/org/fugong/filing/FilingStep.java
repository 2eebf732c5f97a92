package org.fugong.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fugong.account.Proof;
import org.fugong.audit.Audited;

/** What happens to a filing: every step is traced under its own subject and its county. */
public sealed interface FilingStep extends Audited {

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
            return Map.of("kind", filing.kind(), "site", filing.siteId());
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

    /** A step that takes the filing from one state to another. */
    sealed interface Transition extends FilingStep {

        FilingState from();

        FilingState to();

        @Override
        default Map<String, Object> before() {
            return Map.of("state", from());
        }

        @Override
        default Map<String, Object> after() {
            return Map.of("state", to());
        }
    }

    /** The firm took its filing back. */
    record Withdrawn(long filingId, String county, FilingState from) implements Transition {
        @Override
        public String action() {
            return "filing.withdrawn";
        }

        @Override
        public FilingState to() {
            return FilingState.WITHDRAWN;
        }
    }

    /** Another filing of the same site took its place. */
    record Superseded(long filingId, String county, FilingState from, long by) implements Transition {
        @Override
        public String action() {
            return "filing.superseded";
        }

        @Override
        public FilingState to() {
            return FilingState.CHANGED;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("state", to(), "by", by);
        }
    }

    /** An application was permitted. */
    record Permitted(long filingId, String county, FilingState from) implements Transition {
        @Override
        public String action() {
            return "filing.permitted";
        }

        @Override
        public FilingState to() {
            return FilingState.PERMITTED;
        }
    }

    /** An application was refused, with a reason for each item it rests on. */
    record Refused(long filingId, String county, FilingState from, List<Decision.Reason> reasons) implements Transition {
        @Override
        public String action() {
            return "filing.refused";
        }

        @Override
        public FilingState to() {
            return FilingState.REFUSED;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("state", to(), "reasons", reasons);
        }
    }

    /** Work was ordered to stop. */
    record Suspended(long filingId, String county, FilingState from, String reason) implements Transition {
        @Override
        public String action() {
            return "filing.suspended";
        }

        @Override
        public FilingState to() {
            return FilingState.SUSPENDED;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("state", to(), "reason", reason);
        }
    }

    /** The order to stop was lifted. */
    record Resumed(long filingId, String county, FilingState from, FilingState to) implements Transition {
        @Override
        public String action() {
            return "filing.resumed";
        }
    }

    /** The county came to low risk by a change of level while the application was open: work may start. */
    record Closed(long filingId, String county, FilingState from, long changeId) implements Transition {
        @Override
        public String action() {
            return "filing.closed";
        }

        @Override
        public FilingState to() {
            return FilingState.CLOSED;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("state", to(), "change", changeId);
        }
    }

    /** A signed application took effect as a commitment, because nothing is replied to any more. */
    record TookEffect(long filingId, String county, FilingState from, long enterpriseId, LocalDate dueOn) implements Transition {
        @Override
        public String action() {
            return "filing.took-effect";
        }

        @Override
        public FilingState to() {
            return FilingState.EFFECTIVE;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("state", to(), "dueOn", dueOn);
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
}
