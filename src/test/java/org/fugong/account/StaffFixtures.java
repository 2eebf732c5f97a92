package org.fugong.account;

import java.util.concurrent.ThreadLocalRandom;
import org.fugong.enterprise.Firms;
import org.springframework.boot.test.context.TestComponent;

/** Staff under sign-in names that no other test uses. */
@TestComponent
public class StaffFixtures {

    private final AccountOpening accounts;

    StaffFixtures(AccountOpening accounts) {
        this.accounts = accounts;
    }

    public Actor of(Role role, String scope) {
        return accounts.open("staff-" + ThreadLocalRandom.current().nextInt(1_000_000_000), Firms.PASSWORD, "工作人员", role, scope).actor();
    }
}
