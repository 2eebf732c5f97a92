package org.fugong.collective;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Limits how many units are entered by a link from one address: a market's office may enter all of its hall from one. */
@Component
public class EntryLimit {

    static final int FROM_ADDRESS = 100;
    static final Duration WINDOW = Duration.ofHours(1);

    private final Cache<String, AtomicInteger> entered;

    EntryLimit(Clock clock) {
        this.entered = Caffeine.newBuilder().ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).maximumSize(100_000)
                .expireAfterWrite(WINDOW).build();
    }

    /** Counts one more; false where there have been too many. */
    public boolean allows(String address) {
        return entered.get(address, key -> new AtomicInteger()).incrementAndGet() <= FROM_ADDRESS;
    }
}
