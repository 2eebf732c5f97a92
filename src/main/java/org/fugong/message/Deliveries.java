package org.fugong.message;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is to be sent: written in the transaction of what it tells of, claimed by a node for a while, and ended once it was sent
 * or came to nothing. A node that dies in between leaves it to be claimed again, so each is sent at least once.
 */
@Component
public class Deliveries {

    /** How long one is tried before another node takes it to be abandoned. */
    static final Duration CLAIM = Duration.ofMinutes(10);

    /** The pauses after each attempt that came to nothing: about 22 hours together, so that a day's outage is outlived. */
    static final List<Duration> PAUSES = List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12));

    private static final TypeReference<List<String>> LIST = new TypeReference<>() {
    };

    private final JdbcClient jdbc;
    private final Notices notices;
    private final JsonMapper json;
    private final Clock clock;

    Deliveries(JdbcClient jdbc, Notices notices, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.json = json;
        this.clock = clock;
    }

    /** Sends something that is no notice, such as a code, to an address; before all notices, because somebody waits for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void message(long accountId, Channel channel, String address, String key, String... arguments) {
        jdbc.sql("""
                insert into delivery (account_id, channel, address, key, arguments, urgent, state, attempts, due_at, created_at)
                values (:account, :channel, :address, :key, cast(:arguments as jsonb), true, 'WAITING', 0, :now, :now)""")
                .param("account", accountId).param("channel", channel.name()).param("address", address).param("key", key)
                .param("arguments", json.writeValueAsString(arguments)).param("now", now(Duration.ZERO)).update();
    }

    /**
     * Claims those that are due on some channels, the urgent ones first. One that has been claimed as often as any is tried, and after
     * which no sender was left to say why it came to nothing, is ended instead.
     */
    @Transactional
    List<Delivery> claim(Collection<Channel> channels, int atMost) {
        end(jdbc.sql("select id from delivery where state = 'WAITING' and due_at <= :now and attempts > :most for update skip locked")
                .param("now", now(Duration.ZERO)).param("most", PAUSES.size()).query(Long.class).list(), "FAILED",
                Delivery.Problem.ABANDONED.name());
        return channels.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        update delivery set attempts = attempts + 1, due_at = :abandoned
                        from (select d.id as due, coalesce(c.language, 'CHINESE') as language, a.name, coalesce(d.key, n.key) as text,
                                  coalesce(d.arguments, n.arguments) as said, n.link,
                                  coalesce(d.address, (select t.address from contact_address t where t.account_id = d.account_id
                                      and t.channel = d.channel and t.wanted and t.confirmed_at is not null and a.active)) as goal
                              from delivery d join account a on a.id = d.account_id left join notice n on n.id = d.notice_id
                                  left join contact c on c.account_id = d.account_id
                              where d.state = 'WAITING' and d.due_at <= :now and d.channel in (:channels)
                              order by d.urgent desc, d.due_at, d.id limit :most for update of d skip locked) claimed
                        where id = due
                        returning id, account_id, channel, attempts, claimed.name, goal, language, text, said, link""")
                        .param("now", now(Duration.ZERO)).param("abandoned", now(CLAIM)).param("most", atMost)
                        .param("channels", channels.stream().map(Channel::name).toList()).query(this::delivery).list();
    }

    @Transactional
    void sent(Collection<Long> ids) {
        end(ids, "SENT", null);
    }

    /** Whoever they were for does not want them any more. */
    @Transactional
    void dropped(Collection<Long> ids) {
        end(ids, "DROPPED", null);
    }

    /** It came to nothing: it is tried again later, unless that has no use or has been done often enough. */
    @Transactional
    void failed(Delivery delivery, Delivery.Problem problem) {
        if (problem.lasting() || delivery.attempts() > PAUSES.size()) {
            end(List.of(delivery.id()), "FAILED", problem.name());
        } else {
            jdbc.sql("update delivery set due_at = :later, problem = :problem where id = :id")
                    .param("later", now(PAUSES.get(delivery.attempts() - 1))).param("problem", problem.name()).param("id", delivery.id())
                    .update();
        }
        if (problem.lasting()) {
            jdbc.sql("""
                    update contact_address set confirmed_at = null, failed_at = :now
                    where account_id = :account and channel = :channel and address = :address""")
                    .param("now", now(Duration.ZERO)).param("account", delivery.accountId()).param("channel", delivery.channel().name())
                    .param("address", delivery.address()).update();
            notices.tell(delivery.accountId(), "delivery:" + delivery.id(), "notice.address-refused." + delivery.channel(), List.of(),
                    "/account/contact");
        }
    }

    /** Where there is a code in it, that is erased. */
    private void end(Collection<Long> ids, String state, String problem) {
        if (!ids.isEmpty()) {
            jdbc.sql("""
                    update delivery set state = :state, problem = :problem, ended_at = :now, address = null,
                        arguments = case when notice_id is null then jsonb '[]' end
                    where id in (:ids)""")
                    .param("state", state).param("problem", problem).param("now", now(Duration.ZERO)).param("ids", ids).update();
        }
    }

    private Delivery delivery(ResultSet row, int n) throws SQLException {
        return new Delivery(row.getLong("id"), row.getLong("account_id"), Channel.valueOf(row.getString("channel")),
                row.getInt("attempts"), row.getString("name"), row.getString("goal"),
                Language.valueOf(row.getString("language")).locale(), row.getString("text"),
                json.readValue(row.getString("said"), LIST), row.getString("link"));
    }

    private OffsetDateTime now(Duration later) {
        return OffsetDateTime.ofInstant(clock.instant().plus(later), ZoneOffset.UTC);
    }
}
