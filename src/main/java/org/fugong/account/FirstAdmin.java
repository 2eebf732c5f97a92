package org.fugong.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.fugong.region.Regions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sets up the first admin of an empty installation, once, by whoever reads the token in the log of the start. */
@Component
public class FirstAdmin {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final Accounts accounts;
    private final AccountOpening opening;
    private final Regions regions;
    private volatile String token;

    FirstAdmin(Accounts accounts, AccountOpening opening, Regions regions) {
        this.accounts = accounts;
        this.opening = opening;
        this.regions = regions;
    }

    /** Once the application is ready, and so after any demonstration accounts: prints the token if there is no admin. */
    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        if (accounts.existsByRole(Role.PROVINCE_ADMIN)) {
            return;
        }
        var bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        log.info("No admin yet: open /setup and enter the token {}", token);
    }

    /** Whether the first admin is still to be set up. */
    public boolean pending() {
        return token != null;
    }

    public boolean accepts(String typed) {
        var expected = token;
        return expected != null && typed != null && MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8), typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Opens the first admin's account for the first province served; the token is used up.
     *
     * @throws IllegalStateException where there is nothing to set up or the token is wrong
     */
    public synchronized Account setUp(String typedToken, String login, String password, String name) {
        if (!accepts(typedToken) || accounts.existsByRole(Role.PROVINCE_ADMIN)) {
            throw new IllegalStateException("not open for setting up");
        }
        var admin = opening.open(login, password, name, Role.PROVINCE_ADMIN, regions.provinces().getFirst().code());
        token = null;
        return admin;
    }
}
