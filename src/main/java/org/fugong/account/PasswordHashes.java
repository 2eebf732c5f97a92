package org.fugong.account;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes passwords by Argon2id with the parameters that OWASP names, and knows the bcrypt of earlier ones. So many are
 * computed at once that the pages keep their share of the processors: the others wait in turn, some seconds at most, and
 * where too many wait already they are told that it is busy, so that waiting does not take up every thread.
 */
@Component
class PasswordHashes implements PasswordEncoder {

    /** Fewer than half of the threads that answer requests. */
    static final int MOST_WAITING = 24;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final PasswordEncoder hashes;
    private final Semaphore room;
    private final Semaphore turns;

    PasswordHashes(AccountSettings settings) {
        var kinds = new DelegatingPasswordEncoder("argon2", Map.of("argon2", new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2)));
        kinds.setDefaultPasswordEncoderForMatches(new BCryptPasswordEncoder());
        this.hashes = kinds;
        this.turns = new Semaphore(settings.hashesAtOnce(), true);
        this.room = new Semaphore(settings.hashesAtOnce() + MOST_WAITING);
    }

    @Override
    public String encode(CharSequence password) {
        return inTurn(() -> hashes.encode(readable(password)));
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        return inTurn(() -> hashes.matches(readable(password), hash));
    }

    /** Whether a hash is of an older kind or of less cost. */
    @Override
    public boolean upgradeEncoding(String hash) {
        return hashes.upgradeEncoding(hash);
    }

    /** Half of a character, as only a forged form holds it, is no character: Argon2 would stumble over it. */
    private static String readable(CharSequence password) {
        return new String(password.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** How many more may come before it is busy. */
    int free() {
        return room.availablePermits();
    }

    <T> T inTurn(Supplier<T> hash) {
        if (!room.tryAcquire()) {
            throw new SignIn.Busy();
        }
        try {
            if (!turns.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SignIn.Busy();
            }
            try {
                return hash.get();
            } finally {
                turns.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SignIn.Busy();
        } finally {
            room.release();
        }
    }
}
