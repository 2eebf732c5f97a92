package org.fugong.lookup.web;

import java.time.Instant;

/** What is looked up: how things stood at one moment, by what was known at another. */
record AsOf(AsOfMoment on, AsOfMoment known, Instant now) {

    public boolean future() {
        return on.instant().isAfter(now);
    }

    public boolean past() {
        return on.instant().isBefore(now);
    }

    /** Whether all counts that is known today. */
    public boolean knownNow() {
        return !known.instant().isBefore(now);
    }
}
