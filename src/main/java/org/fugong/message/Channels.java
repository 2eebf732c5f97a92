package org.fugong.message;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The channels that this installation offers; in templates {@code @channels}. */
@Component("channels")
public class Channels {

    private final Map<Channel, Sending> sendings = new EnumMap<>(Channel.class);

    Channels(List<Sending> sendings) {
        sendings.forEach(sending -> this.sendings.put(sending.channel(), sending));
    }

    public boolean offers(Channel channel) {
        return sendings.containsKey(channel);
    }

    Sending of(Channel channel) {
        return sendings.get(channel);
    }
}
