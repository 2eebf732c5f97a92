package org.fugong.owed;

import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Audited;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionSettings;
import org.fugong.condition.Refusal;
import org.fugong.job.Jobs;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.fugong.web.NotFound;
import org.fugong.web.Typed;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets the end of the epidemic for a province, in two steps: one admin asks, another one confirms, and what waits for it has a day. */
@Component
public class EpidemicEndSetting {

    private static final int SHOWN = 20;

    private final EpidemicEnds ends;
    private final ConditionSettings settings;
    private final Jobs jobs;
    private final Notices notices;
    private final Trail trail;
    private final JdbcClient jdbc;
    private final Clock clock;

    EpidemicEndSetting(EpidemicEnds ends, ConditionSettings settings, Jobs jobs, Notices notices, Trail trail, JdbcClient jdbc,
            Clock clock) {
        this.ends = ends;
        this.settings = settings;
        this.jobs = jobs;
        this.notices = notices;
        this.trail = trail;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What another admin is to confirm, if anything is. */
    @Transactional(readOnly = true)
    public Optional<EpidemicEndVersion> asked(Actor admin) {
        require(admin);
        return ends.findByProvinceAndConfirmedAtIsNullAndReturnedAtIsNull(admin.scope());
    }

    /** The versions that were confirmed, the one in force first. */
    @Transactional(readOnly = true)
    public List<EpidemicEndVersion> versions(Actor admin) {
        require(admin);
        return ends.findByProvinceAndConfirmedAtIsNotNullOrderByVersionDesc(admin.scope(), Limit.of(SHOWN));
    }

    /** {@link NotFound} where it is none of the admin's province. */
    @Transactional(readOnly = true)
    public EpidemicEndVersion version(long id, Actor admin) {
        require(admin);
        return ends.findByIdAndProvince(id, admin.scope()).orElseThrow(NotFound::new);
    }

    /**
     * Asks for an end, or, with {@code null}, that an end is taken back.
     *
     * @throws Refusal where something is asked for already, or what is asked for is in force
     */
    @Transactional
    public EpidemicEndVersion ask(LocalDate endsOn, String basis, Actor author) {
        require(author);
        hold(author.scope());
        if (asked(author).isPresent()) {
            throw new Refusal(new Refusal.Reason("", "epidemic-end.already-asked"));
        }
        if (Objects.equals(endsOn, ends.of(author.scope()))) {
            throw new Refusal(new Refusal.Reason("endsOn", endsOn == null ? "epidemic-end.none-to-take-back" : "epidemic-end.in-force"));
        }
        var asked = ends.saveAndFlush(new EpidemicEndVersion(endsOn, basis, author, clock.instant()));
        tell(asked, "asked", author);
        return asked;
    }

    /**
     * Sets what was asked for; that somebody tried to confirm own work is logged.
     *
     * @throws Refusal where the actor asked for it, or it does not wait any more
     */
    @Transactional
    public EpidemicEndVersion confirm(long id, int lock, Actor admin) {
        hold(admin.scope());
        var asked = waiting(id, lock, admin);
        if (!mayConfirm(asked, admin)) {
            trail.refused(new OwnWork(id));
            throw new Refusal(new Refusal.Reason("", "epidemic-end.second-admin"));
        }
        int number = versions(admin).stream().map(EpidemicEndVersion::version).findFirst().orElse(0) + 1;
        var confirmed = ends.saveAndFlush(asked.confirm(number, admin, clock.instant()));
        date(confirmed, admin.scope());
        jobs.at(EpidemicEndNotices.NAME, String.valueOf(id), clock.instant());
        tell(confirmed, "confirmed", admin);
        return confirmed;
    }

    /** Whoever asked takes it back; another admin sends it back with a reason. */
    @Transactional
    public EpidemicEndVersion giveBack(long id, int lock, String why, Actor admin) {
        var asked = waiting(id, lock, admin);
        if (Typed.isBlank(why) && asked.askedBy() != admin.accountId()) {
            throw new Refusal(new Refusal.Reason("why", "epidemic-end.why"));
        }
        var returned = ends.saveAndFlush(asked.giveBack(why == null ? "" : why, admin, clock.instant()));
        tell(returned, "returned", admin);
        return returned;
    }

    /** Whether an admin of the province is the second pair of eyes. */
    public boolean mayConfirm(EpidemicEndVersion asked, Actor admin) {
        return !settings.secondAdmin() || asked.askedBy() != admin.accountId();
    }

    private void date(EpidemicEndVersion end, String province) {
        jdbc.sql(OwedDating.UPDATE).param("end", end.endsOn(), Types.DATE).param("province", province).param("today", LocalDate.now(clock))
                .update();
    }

    /** Of two who ask or confirm at once the second sees what the first did. */
    private void hold(String province) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('epidemic-end:' || ?, 0))").params(province).query((row, n) -> 1).single();
    }

    private EpidemicEndVersion waiting(long id, int lock, Actor admin) {
        var end = version(id, admin);
        if (!end.waits()) {
            throw new Refusal(new Refusal.Reason("", "epidemic-end.not-asked"));
        }
        if (end.lock() != lock) {
            throw new ObjectOptimisticLockingFailureException(EpidemicEndVersion.class, id);
        }
        return end;
    }

    private void tell(EpidemicEndVersion end, String what, Actor by) {
        notices.tell(List.of(new StaffNotice(Role.PROVINCE_ADMIN, by.scope(), by.accountId(), "epidemic-end:" + end.id() + ":" + what,
                "notice.staff.epidemic-end-" + what,
                List.of(end.endsOn() == null ? "#epidemic-end.none" : end.endsOn().toString()), "/admin/epidemic-end")));
    }

    private static void require(Actor admin) {
        if (admin.role() != Role.PROVINCE_ADMIN) {
            throw new NotFound();
        }
    }

    /** Somebody was refused to confirm what is own work. */
    private record OwnWork(long id) implements Audited {

        @Override
        public String action() {
            return "epidemic-end.confirmation-refused";
        }

        @Override
        public String subject() {
            return "epidemic-end:" + id + "/confirmation";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("asked", true);
        }
    }
}
