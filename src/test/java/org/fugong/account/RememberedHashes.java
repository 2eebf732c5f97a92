package org.fugong.account;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * The hashes of the application, each password hashed once and compared once: firms of tests share one password, and a hash
 * takes a tenth of a second because it is meant to.
 */
@Primary
@TestComponent
public class RememberedHashes implements PasswordEncoder {

    private record Comparison(String password, String hash) {
    }

    private final PasswordEncoder own;
    private final Map<String, String> hashed = new ConcurrentHashMap<>();
    private final Map<Comparison, Boolean> compared = new ConcurrentHashMap<>();

    RememberedHashes(@Qualifier("passwordHashes") PasswordEncoder own) {
        this.own = own;
    }

    @Override
    public String encode(CharSequence password) {
        return hashed.computeIfAbsent(password.toString(), own::encode);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        return compared.computeIfAbsent(new Comparison(password.toString(), hash), one -> own.matches(one.password, one.hash));
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return own.upgradeEncoding(hash);
    }
}
