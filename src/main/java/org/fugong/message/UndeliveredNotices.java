package org.fugong.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Audited;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.web.NotFound;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What of the deliveries to an admin's people came to nothing: its staff, and the firms with a site there. */
@Component
public class UndeliveredNotices {

    private static final TypeReference<List<String>> LIST = new TypeReference<>() {
    };

    private static final String WITHIN = """
            (account.scope in (:scopes) or exists (select 1 from enterprise join site on site.enterprise_id = enterprise.id
                where enterprise.account_id = account.id and site.county in (:scopes)))""";

    private final JdbcClient jdbc;
    private final Regions regions;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UndeliveredNotices(JdbcClient jdbc, Regions regions, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.regions = regions;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** One of them; a code, which is no notice, has neither text nor arguments and is not sent again by anybody else. */
    public record Undelivered(long id, String login, String name, Role role, Channel channel, String key, List<String> arguments,
            String problem, int attempts, Instant endedAt) {

        public boolean code() {
            return key == null;
        }
    }

    /** How many there are of each state: waiting now, and ended within a day. */
    public record Counts(int waiting, int sent, int failed) {
    }

    /** An admin has them sent again. */
    public record Resent(long delivery, String login) implements Audited {

        @Override
        public String action() {
            return "delivery.resent";
        }

        @Override
        public String subject() {
            return "account:" + login;
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("delivery", delivery);
        }
    }

    /** The newest before a key, for a page. */
    public List<Undelivered> page(Actor admin, long before, int atMost) {
        return jdbc.sql("""
                select delivery.id, login, name, role, channel, notice.key, notice.arguments, problem, attempts, ended_at
                from delivery join account on account.id = delivery.account_id left join notice on notice.id = notice_id
                where state = 'FAILED' and delivery.id < :before and""" + " " + WITHIN + " order by delivery.id desc limit :most")
                .param("before", before).param("most", atMost).param("scopes", scopes(admin)).query(this::undelivered).list();
    }

    public Counts counts(Actor admin) {
        return jdbc.sql("""
                select count(*) filter (where state = 'WAITING') waiting, count(*) filter (where state = 'SENT') sent,
                    count(*) filter (where state = 'FAILED') failed
                from delivery join account on account.id = delivery.account_id
                where (state = 'WAITING' or ended_at > :day) and""" + " " + WITHIN)
                .param("day", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1)).param("scopes", scopes(admin))
                .query((row, n) -> new Counts(row.getInt("waiting"), row.getInt("sent"), row.getInt("failed"))).single();
    }

    /** How many came to nothing within a week, counted up to a number. */
    public int lately(Actor admin, int atMost) {
        return jdbc.sql("""
                select count(*) from (select 1 from delivery join account on account.id = delivery.account_id
                    where state = 'FAILED' and notice_id is not null and ended_at > :week and""" + " " + WITHIN + " limit :most) counted")
                .param("week", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(7)).param("scopes", scopes(admin))
                .param("most", atMost).query(Integer.class).single();
    }

    /** Has one sent again, at once and as often as a new one; what has been sent meanwhile stays. */
    @Transactional
    public void resend(Actor admin, long id) {
        var login = jdbc.sql("select login from delivery join account on account.id = delivery.account_id where delivery.id = :id and "
                + "notice_id is not null and " + WITHIN).param("id", id).param("scopes", scopes(admin)).query(String.class).optional()
                .orElseThrow(NotFound::new);
        int again = jdbc.sql("""
                update delivery set state = 'WAITING', attempts = 0, due_at = :now, ended_at = null, problem = null
                where id = :id and state = 'FAILED'""")
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)).param("id", id).update();
        if (again > 0) {
            events.publishEvent(new Resent(id, login));
        }
    }

    private List<String> scopes(Actor admin) {
        return Stream.concat(Stream.of(admin.scope()), regions.within(admin.scope()).stream().map(County::code)).distinct().toList();
    }

    private Undelivered undelivered(ResultSet row, int n) throws SQLException {
        var arguments = row.getString("arguments");
        return new Undelivered(row.getLong("id"), row.getString("login"), row.getString("name"), Role.valueOf(row.getString("role")),
                Channel.valueOf(row.getString("channel")), row.getString("key"), arguments == null ? null : json.readValue(arguments, LIST),
                row.getString("problem"), row.getInt("attempts"), row.getObject("ended_at", OffsetDateTime.class).toInstant());
    }
}
