package org.fugong.message;

import java.util.Collection;
import java.util.Set;
import org.fugong.account.Actor;

/** The pages that notices lead to, as whoever keeps them answers for them: a notice stays, but a draft may have been thrown away. */
public interface LinkedPages {

    /** Those of the addresses that a reader will not find any more. */
    Set<String> gone(Actor reader, Collection<String> addresses);
}
