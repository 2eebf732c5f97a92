package org.fugong.behalf;

import java.math.BigDecimal;
import java.util.concurrent.ThreadLocalRandom;
import org.fugong.account.Actor;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.Particulars;
import org.fugong.enterprise.Phone;
import org.fugong.enterprise.Place;
import org.fugong.enterprise.Profile;
import org.fugong.filing.FilingKind;
import org.springframework.boot.test.context.TestComponent;

/** Firms that a county enters for, for tests. */
@TestComponent
public class BehalfFixtures {

    private final BehalfEntering entering;

    BehalfFixtures(BehalfEntering entering) {
        this.entering = entering;
    }

    /** An entry of a firm that nobody knows, told on paper. */
    public BehalfEntry open(Actor official, String county, FilingKind kind) {
        return entering.open(official, order(Firms.code(), county, kind, EntryChannel.PAPER));
    }

    static BehalfEntering.Order order(CreditCode code, String county, FilingKind kind, EntryChannel channel) {
        return new BehalfEntering.Order(code, new Particulars("宁夏代办小作坊", "马老汉", "马老汉", Phone.of("13995012345").orElseThrow()),
                new Profile("永宁县代办路1号", "14", 12, new BigDecimal("200.00"), new BigDecimal("100.00"), KeyClass.GENERAL),
                new Place("代办作坊 " + ThreadLocalRandom.current().nextInt(1_000_000_000), "代办路1号", county, null, null), kind, channel,
                "马老汉");
    }
}
