package org.fugong.message;

import java.util.List;
import java.util.Locale;

/**
 * One thing to be sent to somebody by one channel.
 *
 * @param attempts how often it has been tried, this time included
 * @param name     whom it is for, as it is said at its head
 * @param address  where it goes; null where its reader does not want it there (any more), or has not confirmed the address
 * @param link     the page where it is dealt with, null for none
 */
record Delivery(long id, long accountId, Channel channel, int attempts, String name, String address, Locale locale, String key,
        List<String> arguments, String link) {

    /** Why a delivery came to nothing. */
    enum Problem {
        /** The server that sends it did not answer: it is tried again. */
        UNREACHABLE(false),
        /** The server did not take it: it is tried again. */
        NOT_TAKEN(false),
        /** There is no such address, or it takes nothing: it is not tried again. */
        ADDRESS_REFUSED(true),
        /** Each time, whoever sent it ended without saying what became of it: it is not tried again. */
        ABANDONED(true);

        private final boolean lasting;

        Problem(boolean lasting) {
            this.lasting = lasting;
        }

        boolean lasting() {
            return lasting;
        }
    }
}
