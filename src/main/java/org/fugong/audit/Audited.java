package org.fugong.audit;

import java.util.Map;

/** An event that leaves a trace: written by {@link Trail} in the transaction that publishes it. */
public interface Audited {

    /** What was done, as {@code noun.past-participle}, e.g. {@code filing.submitted}. */
    String action();

    /** To what it was done, as {@code noun:id}, e.g. {@code filing:17}. */
    String subject();

    /** The county it concerns, or {@code null} where it concerns none. */
    default String county() {
        return null;
    }

    default Map<String, Object> before() {
        return Map.of();
    }

    default Map<String, Object> after() {
        return Map.of();
    }
}
