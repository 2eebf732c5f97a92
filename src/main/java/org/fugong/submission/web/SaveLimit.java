package org.fugong.submission.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.http.HttpHeaders;
import org.fugong.account.Actor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Limits how often one draft is saved, so that a page that has gone wild does not keep others from the database. */
@Component
class SaveLimit {

    /** A page saves every two seconds at most; several people may have it open. */
    static final int A_MINUTE = 240;

    private final Cache<Saver, AtomicInteger> saves;

    SaveLimit(Clock clock) {
        saves = Caffeine.newBuilder().ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis())).maximumSize(100_000)
                .expireAfterWrite(Duration.ofMinutes(1)).build();
    }

    /** Who saves, and what: nobody uses up the saves of another account's draft. */
    private record Saver(long account, long draft) {
    }

    /** Counts a save before anything is read or stored; answers 429 beyond the limit. */
    void count(Actor actor, long draft) {
        if (saves.get(new Saver(actor.accountId(), draft), key -> new AtomicInteger()).incrementAndGet() > A_MINUTE) {
            throw new TooManySaves();
        }
    }

    private static final class TooManySaves extends ResponseStatusException {

        TooManySaves() {
            super(HttpStatus.TOO_MANY_REQUESTS);
        }

        @Override
        public HttpHeaders getHeaders() {
            var headers = new HttpHeaders();
            headers.set(HttpHeaders.RETRY_AFTER, "60");
            return headers;
        }
    }
}
