package org.fugong.message;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** How somebody wants to be told besides the portal: the language, and an address for each channel. */
public record Contact(Language language, int version, Map<Channel, Address> addresses) {

    /**
     * An address and what is known of it.
     *
     * @param text        a mail address, or the number of a mobile in its normal form
     * @param wanted      whether notices are to go there
     * @param confirmedAt when a code that was sent there was typed in; null until then, and nothing but codes goes there before
     * @param failedAt    when it was found to take nothing, else null
     */
    public record Address(String text, boolean wanted, Instant confirmedAt, Instant failedAt) {

        public boolean confirmed() {
            return confirmedAt != null;
        }
    }

    public Optional<Address> address(Channel channel) {
        return Optional.ofNullable(addresses.get(channel));
    }
}
