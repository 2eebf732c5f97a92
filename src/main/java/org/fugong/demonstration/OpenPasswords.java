package org.fugong.demonstration;

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

    private final PasswordEncoder open = new BCryptPasswordEncoder(4);
    private final PasswordEncoder own = new BCryptPasswordEncoder();

    @Override
    public String encode(CharSequence password) {
        return (DemonstrationStaff.PASSWORD.contentEquals(password) ? open : own).encode(password);
    }

    @Override
    public boolean matches(CharSequence password, String hash) {
        return own.matches(password, hash);
    }
}
