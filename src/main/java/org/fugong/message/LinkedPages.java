package org.fugong.message;

import java.util.Collection;
import java.util.Set;

/** The pages that notices lead to, as whoever keeps them answers for them: a notice stays, but a draft may have been thrown away. */
public interface LinkedPages {

    /** Those of the addresses that a firm will not find any more. */
    Set<String> gone(long enterpriseId, Collection<String> addresses);
}
