package org.fugong.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.fugong.WebTest;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** How passwords are kept, how older ones come to be kept so, and how many are hashed at once. */
@WebTest
@Transactional
class PasswordHashesTests {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    AccountSettings settings;
    @Autowired
    PasswordHashes hashes;
    @Autowired
    SignIn signIn;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    @Test
    void aPasswordIsKeptAsOwaspRecommends() {
        open("hash-1");
        assertThat(hash("hash-1")).startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(signIn.check("hash-1", PASSWORD)).isPresent();
        assertThat(signIn.check("hash-1", "another long password")).isEmpty();
    }

    @Test
    void anOlderHashIsReplacedBySigningInAndNoSessionEnds() {
        open("hash-2");
        var old = old("hash-2");
        var since = jdbc.sql("select sessions_since from account where login = 'hash-2'").query(OffsetDateTime.class).single();
        var session = new SignedIn(signIn.check("hash-2", PASSWORD).orElseThrow(), since.toInstant());
        assertThat(hash("hash-2")).startsWith("{argon2}").isNotEqualTo(old);
        assertThat(signIn.holds(session)).isTrue();
        assertThat(trail.of("account:hash-2")).extracting(Entry::action).containsExactly("account.opened", "account.password-rehashed");
        entities.clear();
        var now = hash("hash-2");
        assertThat(signIn.check("hash-2", PASSWORD)).isPresent();
        assertThat(hash("hash-2")).isEqualTo(now);
    }

    @Test
    void aWrongPasswordLeavesAnOlderHash() {
        open("hash-3");
        var old = old("hash-3");
        assertThat(signIn.check("hash-3", "another long password")).isEmpty();
        assertThat(hash("hash-3")).isEqualTo(old);
    }

    @Test
    void noMoreAreHashedAtOnceThanIsSet() throws Exception {
        var bound = new PasswordHashes(new AccountSettings(15, 2));
        var at = new AtomicInteger();
        var most = new AtomicInteger();
        try (var people = Executors.newFixedThreadPool(12)) {
            var hashed = new ArrayList<Future<Integer>>();
            for (int i = 0; i < 12; i++) {
                hashed.add(people.submit(() -> bound.inTurn(() -> {
                    most.accumulateAndGet(at.incrementAndGet(), Math::max);
                    Thread.yield();
                    return at.decrementAndGet();
                })));
            }
            for (var one : hashed) {
                one.get();
            }
        }
        assertThat(most.get()).isBetween(1, 2);
    }

    @Test
    void whoComesWhereTooManyWaitIsToldSoAndKeepsWhatWasTyped() throws Exception {
        var password = "a password that no other test compares";
        opening.open("hash-4", password, "工作人员", Role.OFFICIAL, "640104");
        entities.flush();
        int room = settings.hashesAtOnce() + PasswordHashes.MOST_WAITING;
        var inside = new CountDownLatch(settings.hashesAtOnce());
        var go = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(room)) {
            try {
                occupy(settings.hashesAtOnce(), people, inside, go);
                inside.await();
                occupy(PasswordHashes.MOST_WAITING, people, inside, go);
                while (hashes.free() > 0) {
                    Thread.onSpinWait();
                }
                assertThatThrownBy(() -> hashes.encode(PASSWORD)).isInstanceOf(SignIn.Busy.class);
                for (int i = 0; i < AttemptLimit.OF_LOGIN_FROM_ADDRESS + 1; i++) {
                    mvc.perform(post("/login").param("username", "hash-4").param("password", password).with(csrf()))
                            .andExpect(status().isServiceUnavailable()).andExpect(header().string("Retry-After", "5"))
                            .andExpect(content().string(containsString("密码还没有核对")))
                            .andExpect(content().string(containsString("value=\"hash-4\"")));
                }
            } finally {
                go.countDown();
            }
        }
        assertThat(signIn.check("hash-4", password)).isPresent();
    }

    private void occupy(int times, Executor people, CountDownLatch inside, CountDownLatch go) {
        for (int i = 0; i < times; i++) {
            people.execute(() -> hashes.inTurn(() -> {
                inside.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return null;
            }));
        }
    }

    private void open(String login) {
        opening.open(login, PASSWORD, "工作人员", Role.OFFICIAL, "640104");
        entities.flush();
        entities.clear();
    }

    private String old(String login) {
        var hash = new BCryptPasswordEncoder(4).encode(PASSWORD);
        jdbc.sql("update account set password_hash = ? where login = ?").param(hash).param(login).update();
        return hash;
    }

    private String hash(String login) {
        return jdbc.sql("select password_hash from account where login = ?").param(login).query(String.class).single();
    }
}
