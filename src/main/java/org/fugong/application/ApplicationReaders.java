package org.fugong.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who else has an application open: officials that have looked at it in the last minutes. Looking changes nothing, so it is not traced. */
@Component
public class ApplicationReaders {

    private static final Duration RECENT = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final Clock clock;

    ApplicationReaders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Somebody with an application open, and when they last opened a page of it. */
    public record Reader(String name, Instant at) {
    }

    /** An official opens an application, and sees who else has. */
    @Transactional
    public List<Reader> open(Actor actor, long filingId) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (actor.role() == Role.OFFICIAL) {
            jdbc.sql("""
                    insert into application_reader (filing_id, account_id, seen_at) values (:filing, :account, :now)
                    on conflict (filing_id, account_id) do update set seen_at = excluded.seen_at""")
                    .param("filing", filingId).param("account", actor.accountId()).param("now", now).update();
        }
        return jdbc.sql("""
                select name, seen_at from application_reader join account on account.id = account_id
                where filing_id = :filing and account_id <> :account and seen_at > :since order by seen_at desc limit 9""")
                .param("filing", filingId).param("account", actor.accountId()).param("since", now.minus(RECENT))
                .query((row, n) -> new Reader(row.getString("name"), row.getObject("seen_at", OffsetDateTime.class).toInstant())).list();
    }
}
