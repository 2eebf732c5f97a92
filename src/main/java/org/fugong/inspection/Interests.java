package org.fugong.inspection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What officials have declared about themselves; each sees the own. */
@Component
public class Interests {

    private static final String OWN = """
            select id, kind, subject, declared_at from inspector_interest where account_id = ? and withdrawn_at is null\s""";

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Interests(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Those that stand, the newest first. */
    @Transactional(readOnly = true)
    public List<Interest> of(Actor official) {
        return jdbc.sql(OWN + "order by id desc").param(official.accountId()).query(Interests::interest).list();
    }

    /** Declares one; the same one again changes nothing. */
    @Transactional
    public void declare(Actor official, Interest.Kind kind, String subject) {
        requireOfficial(official);
        int declared = jdbc.sql("""
                insert into inspector_interest (account_id, kind, subject, declared_at) values (?, ?, ?, ?) on conflict do nothing""")
                .params(official.accountId(), kind.name(), subject, now()).update();
        if (declared > 0) {
            events.publishEvent(new Interest.Step("interest.declared", official.login(), official.scope(), kind));
        }
    }

    /** Withdraws one of the own; draws that were announced meanwhile still leave its owner out. */
    @Transactional
    public void withdraw(Actor official, long id) {
        requireOfficial(official);
        var interest = jdbc.sql(OWN + "and id = ?").params(official.accountId(), id).query(Interests::interest).optional()
                .orElseThrow(NotFound::new);
        jdbc.sql("update inspector_interest set withdrawn_at = ? where id = ?").params(now(), id).update();
        events.publishEvent(new Interest.Step("interest.withdrawn", official.login(), official.scope(), interest.kind()));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void requireOfficial(Actor actor) {
        if (actor.role() != Role.OFFICIAL) {
            throw new NotFound();
        }
    }

    private static Interest interest(ResultSet row, int n) throws SQLException {
        return new Interest(row.getLong("id"), Interest.Kind.valueOf(row.getString("kind")), row.getString("subject"),
                row.getObject("declared_at", OffsetDateTime.class).toInstant());
    }
}
