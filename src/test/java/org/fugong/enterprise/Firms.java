package org.fugong.enterprise;

import java.math.BigDecimal;
import java.util.concurrent.ThreadLocalRandom;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.springframework.boot.test.context.TestComponent;

/** Firms for tests, each under a credit code that no other test uses. */
@TestComponent
public class Firms {

    public static final String PASSWORD = "correct horse battery";

    private final Registration registration;
    private final Enterprises enterprises;
    private final Sites sites;

    Firms(Registration registration, Enterprises enterprises, Sites sites) {
        this.registration = registration;
        this.enterprises = enterprises;
        this.sites = sites;
    }

    public static CreditCode code() {
        return CreditCode.synthetic("640104", "%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000)));
    }

    public static Particulars particulars(String name) {
        return new Particulars(name, "马建国", "王芳", Phone.of("0951-6012345").orElseThrow());
    }

    /** A firm that has registered and not yet said more. */
    public Enterprise registered(String name) {
        return registration.register(code(), particulars(name), PASSWORD);
    }

    /** A firm of 60 people that makes general machinery and has filled in its profile: small by its staff. */
    public Enterprise complete(String name) {
        return complete(name, KeyClass.GENERAL);
    }

    /** The same of a key class. */
    public Enterprise complete(String name, KeyClass keyClass) {
        return enterprises.save(registered(name).describe(particulars(name), new Profile("银川市兴庆区清和街1号", "34", 60,
                new BigDecimal("3000"), new BigDecimal("5000"), keyClass), java.time.Instant.now()));
    }

    /** A site of a firm in a county, such as 640104 兴庆区. */
    public Site site(Enterprise firm, String county) {
        return site(firm, county, "厂区 " + county);
    }

    /** One more site of a firm in a county, under a name that no other site of it has. */
    public Site site(Enterprise firm, String county, String name) {
        return sites.save(Site.add(firm, new Place(name, "工业路8号", county, null, null)));
    }

    public static Actor actor(Enterprise firm) {
        return new Actor(firm.accountId(), firm.creditCode().value(), firm.name(), Role.ENTERPRISE, null);
    }
}
