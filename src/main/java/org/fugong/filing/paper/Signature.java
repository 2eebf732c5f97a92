package org.fugong.filing.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fugong.account.Role;
import org.fugong.audit.Entry;
import org.fugong.filing.SignedCommitment;

/** A signed commitment beside what the trail recorded when it was signed; {@code null} where the trail has no such step. */
record Signature(SignedCommitment letter, Entry recorded) {

    private static final String HASH = "letterHash";

    /** Found in the steps of a filing. */
    static Signature of(SignedCommitment letter, List<Entry> steps) {
        return new Signature(letter, steps.stream().filter(step -> step.after().containsKey(HASH)).findFirst().orElse(null));
    }

    /** Whether the text hashes to what was kept with it, and to what the trail recorded, which is never changed. */
    public boolean intact() {
        return letter.computed().equals(letter.hash()) && letter.hash().equals(recordedHash());
    }

    public String recordedHash() {
        return recorded == null ? null : (String) recorded.after().get(HASH);
    }

    /** The sign-in name of the firm's account that signed; {@code null} where none was recorded. */
    public String account() {
        return recorded != null && Role.ENTERPRISE.name().equals(recorded.role()) ? recorded.actor() : null;
    }

    /** How whoever signed had proven who it is; {@code null} where that was not recorded. */
    public String provenBy() {
        return proof().get("by");
    }

    public Instant provenAt() {
        var at = proof().get("at");
        return at == null ? null : Instant.parse(at);
    }

    @SuppressWarnings("unchecked")
    private Map<String, String> proof() {
        return recorded != null && recorded.after().get("proof") instanceof Map<?, ?> proof ? (Map<String, String>) proof : Map.of();
    }
}
