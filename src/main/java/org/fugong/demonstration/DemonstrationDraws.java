package org.fugong.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.fugong.account.Role;
import org.fugong.draw.Draw;
import org.fugong.draw.DrawAnnouncement;
import org.fugong.draw.DrawRule;
import org.fugong.draw.DrawRule.StratumShare;
import org.fugong.draw.PoolScope;
import org.fugong.draw.Stratification;
import org.fugong.inspection.Inspectors;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** Random draws of a county in the demonstration: one cancelled, one whose time has come, and one that is announced. */
@Component
@Demonstrated
class DemonstrationDraws {

    private static final String COUNTY = "640104";
    private static final List<String> SENT = List.of("xingqing", "xingqing-2");
    private static final int ALL = 10_000;
    private static final int FIFTH = ALL / 5;
    private static final Duration NOTICE = Duration.ofHours(25);

    private final DrawAnnouncement announcement;
    private final Inspectors inspectors;
    private final DemonstrationStaff cast;
    private final ActingInThePast stage;
    private final DemonstrationClock clock;

    DemonstrationDraws(DrawAnnouncement announcement, Inspectors inspectors, DemonstrationStaff cast, ActingInThePast stage,
            DemonstrationClock clock) {
        this.announcement = announcement;
        this.inspectors = inspectors;
        this.cast = cast;
        this.stage = stage;
        this.clock = clock;
    }

    /** The one whose time has come is made by its job, as soon as that runs. */
    void draw() {
        credentials();
        var official = cast.of(Role.OFFICIAL, COUNTY);
        var first = stage.before(5, 9);
        var wrong = announce(first, first.plus(NOTICE), ALL);
        stage.act(official, stage.before(5, 10), () -> announcement.cancel(official, wrong.no(), "比例填错，另行公布（演示）"));
        var second = stage.before(3, 14);
        announce(second, second.plus(NOTICE), FIFTH);
        announce(clock.instant(), stage.ahead(3), FIFTH);
    }

    private void credentials() {
        var admin = cast.of(Role.COUNTY_ADMIN, COUNTY);
        var until = LocalDate.ofInstant(stage.ahead(400), Dates.ZONE);
        SENT.forEach(login -> stage.act(admin, stage.before(20, 11), () -> inspectors.keep(admin, cast.actor(login).accountId(),
                "演示-" + login, until, -1)));
    }

    private Draw announce(Instant at, Instant revealAt, int ratio) {
        var official = cast.of(Role.OFFICIAL, COUNTY);
        var rule = new DrawRule(PoolScope.ALL, Stratification.NONE, List.of(StratumShare.ratio("", ratio, 1)),
                List.of(Inspectors.GENERAL), 2);
        return stage.act(official, at, () -> announcement.announce(official, rule, revealAt));
    }
}
