package org.fugong.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * Limits how often passwords are guessed: of one login from one address, from one address, and of one login from anywhere.
 * A stranger elsewhere so cannot lock a login's owner out with a few tries, nor try many logins.
 */
@Component
class AttemptLimit {

    static final int OF_LOGIN_FROM_ADDRESS = 10;
    static final int FROM_ADDRESS = 200;
    static final int OF_LOGIN = 300;
    static final Duration WINDOW = Duration.ofMinutes(15);

    private record Budget(String key, int limit) {
    }

    private final Cache<String, AtomicInteger> spent;

    AttemptLimit(Clock clock) {
        Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
        this.spent = Caffeine.newBuilder().ticker(ticker).maximumSize(300_000).expireAfterWrite(WINDOW).build();
    }

    /** Counts a guess before it is judged, so that many at once are not more than one after the other. */
    void begin(String login) {
        for (var budget : budgets(login)) {
            if (spent.get(budget.key, key -> new AtomicInteger()).incrementAndGet() > budget.limit) {
                throw new SignIn.TooManyFailures();
            }
        }
    }

    /** It was no guess: the password was right. */
    void succeeded(String login) {
        var budgets = budgets(login);
        spent.invalidate(budgets.getFirst().key);
        budgets.stream().skip(1).forEach(budget -> spent.get(budget.key, key -> new AtomicInteger(1)).decrementAndGet());
    }

    /** It was not looked at, and so counts for nothing. */
    void unjudged(String login) {
        budgets(login).forEach(budget -> spent.get(budget.key, key -> new AtomicInteger(1)).decrementAndGet());
    }

    private static List<Budget> budgets(String login) {
        var address = RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : "";
        return List.of(new Budget("both " + address + " " + login, OF_LOGIN_FROM_ADDRESS),
                new Budget("from " + address, FROM_ADDRESS), new Budget("of " + login, OF_LOGIN));
    }
}
