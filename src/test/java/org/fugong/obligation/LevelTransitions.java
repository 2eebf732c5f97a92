package org.fugong.obligation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Sites;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Obligation;
import org.fugong.filing.Obligations;
import org.fugong.job.DueJobs;
import org.fugong.message.Inbox;
import org.fugong.message.Notices;
import org.fugong.risk.AffectedSubject;
import org.fugong.risk.LevelForesight;
import org.fugong.risk.LevelSetting;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevelChange;
import org.fugong.risk.RiskLevels;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Changes the level of a county as an admin does, with all that follows, and holds it to what was foreseen, by number and name. */
@TestComponent
public class LevelTransitions {

    static final String COUNTY = "640303";
    static final String OTHER = "640302";
    static final Instant THURSDAY = Instant.parse("2020-03-19T04:00:00Z");
    static final LocalDate DUE = LocalDate.of(2020, 3, 23);

    private final AccountOpening accounts;
    private final RiskLevels levels;
    private final LevelSetting setting;
    private final LevelForesight foresight;
    private final Sites sites;
    private final Obligations obligations;
    private final Inbox inbox;
    private final Notices notices;
    private final Trail trail;
    private final DueJobs jobs;
    private final JdbcClient jdbc;
    private final Clock clock;

    LevelTransitions(AccountOpening accounts, RiskLevels levels, LevelSetting setting, LevelForesight foresight, Sites sites,
            Obligations obligations, Inbox inbox, Notices notices, Trail trail, DueJobs jobs, JdbcClient jdbc, Clock clock) {
        this.accounts = accounts;
        this.levels = levels;
        this.setting = setting;
        this.foresight = foresight;
        this.sites = sites;
        this.obligations = obligations;
        this.inbox = inbox;
        this.notices = notices;
        this.trail = trail;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets the level and does what follows; the id of the change. */
    String to(RiskLevel level) {
        var transition = foresight.transition(COUNTY, level, clock.instant());
        var named = foresight.of(transition).stream().collect(Collectors.toMap(LevelForesight.Foreseen::effect,
                one -> foresight.touched(transition, one.effect(), 0, one.count() + 1).stream().map(AffectedSubject::firm).toList()));
        var admin = accounts.open("admin-" + ThreadLocalRandom.current().nextInt(1_000_000_000), Firms.PASSWORD, "管理员", Role.PROVINCE_ADMIN,
                "640000");
        var seen = levels.changes(COUNTY).stream().map(RiskLevelChange::id).max(Long::compare).orElse(null);
        setting.set(COUNTY, level, clock.instant(), false, "关于调整风险等级的通知", null, admin.actor(), seen);
        var change = latest();
        jobs.run("level-effects", change);
        assertThat(foresight.compared(Long.parseLong(change))).allSatisfy(one -> {
            assertThat(one.done()).as(one.effect()).isEqualTo(one.foreseen());
            assertThat(one.finished()).isTrue();
            assertThat(toldOf(change, one.effect())).as(one.effect()).containsExactlyInAnyOrderElementsOf(named.get(one.effect()))
                    .hasSize(one.foreseen());
        });
        return change;
    }

    String latest() {
        return jdbc.sql("select max(id) from risk_level_change where county = ?").param(COUNTY).query(String.class).single();
    }

    /** How many each effect of a change touched. */
    Map<String, Integer> done(String change) {
        return foresight.compared(Long.parseLong(change)).stream()
                .collect(Collectors.toMap(LevelForesight.Compared::effect, LevelForesight.Compared::done));
    }

    List<Obligation> open(Enterprise firm) {
        return sites.of(firm).stream()
                .flatMap(site -> obligations.findBySiteIdAndState(site.id(), Obligation.State.OPEN).stream()).toList();
    }

    List<String> actions(long filing) {
        return trail.of("filing:" + filing).stream().map(Entry::action).toList();
    }

    /** What a firm has been told and not read. */
    String told(Enterprise firm) {
        return inbox.foremost(Firms.actor(firm), 9).stream()
                .map(sent -> notices.text(sent.key(), sent.arguments(), Locale.SIMPLIFIED_CHINESE))
                .collect(Collectors.joining("\n"));
    }

    private List<String> toldOf(String change, String effect) {
        return jdbc.sql("select name from notice join enterprise on enterprise.id = enterprise_id where about like ?")
                .param("level-change:" + change + ":" + effect + ":%").query(String.class).list();
    }
}
