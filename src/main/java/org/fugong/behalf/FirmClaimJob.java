package org.fugong.behalf;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.fugong.job.FrequentJob;
import org.fugong.message.Channel;
import org.fugong.message.Channels;
import org.fugong.message.Deliveries;
import org.fugong.message.OneTimeCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks for the firm of each claim that was asked for, and sends a code to its mobile where it has one and may be claimed. */
@Component
class FirmClaimJob implements FrequentJob {

    /** How long what was asked is kept after it has lapsed, to answer for it. */
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

    private record Asked(UUID id, String creditCode) {
    }

    private record Firm(long enterpriseId, long accountId, String phone) {
    }

    private final JdbcClient jdbc;
    private final Channels channels;
    private final Deliveries deliveries;
    private final TransactionTemplate transaction;
    private final Clock clock;

    FirmClaimJob(JdbcClient jdbc, Channels channels, Deliveries deliveries, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.channels = channels;
        this.deliveries = deliveries;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "firm-claims";
    }

    @Override
    public Duration pause() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean step(String id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            var next = jdbc.sql("""
                    update firm_claim set prepared = true where id = (select id from firm_claim where not prepared
                        order by asked_at limit 1 for update skip locked) returning id, credit_code""").query(Asked.class).optional();
            next.ifPresentOrElse(this::send, this::forget);
            return next.isPresent();
        }));
    }

    private void send(Asked asked) {
        jdbc.sql("""
                select enterprise_id, account_id, phone from behalf_firm join enterprise on enterprise.id = enterprise_id
                where credit_code = ? and claimed_at is null""").params(asked.creditCode).query(Firm.class).optional()
                .filter(firm -> channels.offers(Channel.SMS) && MOBILE.matcher(firm.phone).matches())
                .ifPresent(firm -> {
                    var code = OneTimeCode.generate();
                    jdbc.sql("update firm_claim set enterprise_id = ?, code_hash = ? where id = ?")
                            .params(firm.enterpriseId, code.hash(asked.id.toString()), asked.id).update();
                    deliveries.message(firm.accountId, Channel.SMS, firm.phone, "claim.message.code", code.digits());
                });
    }

    private void forget() {
        jdbc.sql("delete from firm_claim where expires_at < ?")
                .params(OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC)).update();
    }
}
