package org.fugong.message;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Limits how many codes are asked for by one account, for one address or from one computer, so that nobody is showered with them. */
@Component
public class CodeLimit {

    static final Duration WINDOW = Duration.ofHours(1);

    private final Cache<String, AtomicInteger> sent;

    CodeLimit(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.sent = Caffeine.newBuilder().ticker(ticker).maximumSize(100_000).expireAfterWrite(WINDOW).build();
    }

    /**
     * Counts one more.
     *
     * @throws TooManyCodes where there have been more than so many within an hour
     */
    public void count(String whom, int atMost) {
        if (sent.get(whom, key -> new AtomicInteger()).incrementAndGet() > atMost) {
            throw new TooManyCodes();
        }
    }

    /** There have been too many codes; later there may be more. */
    public static class TooManyCodes extends RuntimeException {
    }
}
