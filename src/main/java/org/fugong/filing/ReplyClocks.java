package org.fugong.filing;

import java.util.Optional;

/** The clocks of applications, as whoever decides them keeps them. */
public interface ReplyClocks {

    /** The clock of a filing as it stands today; empty where it is no application. */
    Optional<ReplyClock> of(long filingId);
}
