package org.fugong.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A step that takes a filing from one state to another. */
public sealed interface FilingTransition extends FilingStep {

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

    /** The firm took its filing back. */
    record Withdrawn(long filingId, String county, FilingState from) implements FilingTransition {
        @Override
        public String action() {
            return "filing.withdrawn";
        }

        @Override
        public FilingState to() {
            return FilingState.WITHDRAWN;
        }
    }

    /** The firm ended its work, and nothing is to be done about the filing any more; what was still owed then is due no longer. */
    record Ended(long filingId, String county, FilingState from, List<String> owed) implements FilingTransition {
        @Override
        public String action() {
            return "filing.ended";
        }

        @Override
        public FilingState to() {
            return FilingState.ENDED;
        }

        @Override
        public Map<String, Object> after() {
            return owed.isEmpty() ? Map.of("state", to()) : Map.of("state", to(), "owed", owed);
        }
    }

    /** Another filing of the same site took its place. */
    record Superseded(long filingId, String county, FilingState from, long by) implements FilingTransition {
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

    /** An application was accepted by the lead department. */
    record Accepted(long filingId, String county, FilingState from) implements FilingTransition {
        @Override
        public String action() {
            return "filing.accepted";
        }

        @Override
        public FilingState to() {
            return FilingState.ACCEPTED;
        }
    }

    /** An application was not taken up. */
    record NotAccepted(long filingId, String county, FilingState from, String reason) implements FilingTransition {
        @Override
        public String action() {
            return "filing.not-accepted";
        }

        @Override
        public FilingState to() {
            return FilingState.NOT_ACCEPTED;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("state", to(), "reason", reason);
        }
    }

    /** A firm was asked to put its application right, in these items and fields. */
    record CorrectionAsked(long filingId, String county, FilingState from, List<String> targets) implements FilingTransition {
        @Override
        public String action() {
            return "filing.correction-asked";
        }

        @Override
        public FilingState to() {
            return FilingState.CORRECTION;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("state", to(), "targets", targets);
        }
    }

    /** A firm put its application right, and changed these items and fields. */
    record Corrected(long filingId, String county, FilingState from, List<String> changed) implements FilingTransition {
        @Override
        public String action() {
            return "filing.corrected";
        }

        @Override
        public FilingState to() {
            return FilingState.SUBMITTED;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("state", to(), "changed", changed);
        }
    }

    /** An application was permitted. */
    record Permitted(long filingId, String county, FilingState from) implements FilingTransition {
        @Override
        public String action() {
            return "filing.permitted";
        }

        @Override
        public FilingState to() {
            return FilingState.PERMITTED;
        }
    }

    /** An application was refused, with a reason for each item it rests on and why the rules were contradicted. */
    record Refused(long filingId, String county, FilingState from, Decision decision) implements FilingTransition {
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
            return decision.contradiction() == null
                    ? Map.of("state", to(), "reasons", decision.reasons())
                    : Map.of("state", to(), "reasons", decision.reasons(), "contradiction", decision.contradiction());
        }
    }

    /** Work was ordered to stop. */
    record Suspended(long filingId, String county, FilingState from, String reason) implements FilingTransition {
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
    record Resumed(long filingId, String county, FilingState from, FilingState to) implements FilingTransition {
        @Override
        public String action() {
            return "filing.resumed";
        }
    }

    /** The county came to low risk by a change of level while the application was open: work may start. */
    record Closed(long filingId, String county, FilingState from, long changeId) implements FilingTransition {
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
    record TookEffect(long filingId, String county, FilingState from, long enterpriseId, LocalDate dueOn) implements FilingTransition {
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
}
