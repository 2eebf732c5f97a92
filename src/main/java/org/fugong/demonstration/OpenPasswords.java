package org.fugong.demonstration;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Hashes the password that the README names at the least cost, because slowness protects nothing there and would take
 * most of the first start; any other one as everywhere.
 */
@Component
@Primary
@Demonstrated
class OpenPasswords implements PasswordEncoder {

    private static final String OPEN = "{open}";

    private final PasswordEncoder open = new BCryptPasswordEncoder(4);
    private final PasswordEncoder own;

    OpenPasswords(@Qualifier("passwordHashes") PasswordEncoder own) {
        this.own = own;
    }

    @Override
    public String encode(CharSequence password) {
        return DemonstrationStaff.PASSWORD.contentEquals(password) ? OPEN + open.encode(password) : own.encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        return hash.startsWith(OPEN) ? open.matches(password, hash.substring(OPEN.length())) : own.matches(password, hash);
    }

    @Override
    public boolean upgradeEncoding(String hash) {
        return !hash.startsWith(OPEN) && own.upgradeEncoding(hash);
    }
}
