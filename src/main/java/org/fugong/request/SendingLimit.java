package org.fugong.request;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Limits how much is told from one address, as nobody has to sign in for it. */
@Component
class SendingLimit {

    static final int FROM_ADDRESS = 10;
    static final Duration WINDOW = Duration.ofHours(1);

    private final Cache<String, AtomicInteger> sent;

    SendingLimit(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.sent = Caffeine.newBuilder().ticker(ticker).maximumSize(100_000).expireAfterWrite(WINDOW).build();
    }

    /** Counts one more. */
    void count(String address) {
        if (sent.get(address, key -> new AtomicInteger()).incrementAndGet() > FROM_ADDRESS) {
            throw new RequestSending.TooMany();
        }
    }
}
