package org.fugong.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.fugong.job.DailyJob;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives up the uploads that nobody has gone on with for a day. */
@Component
class UploadExpiry implements DailyJob {

    static final Duration KEPT = Duration.ofDays(1);

    private static final int A_PIECE = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    UploadExpiry(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "attachment-uploads";
    }

    @Override
    public LocalTime time() {
        return LocalTime.of(3, 10);
    }

    @Override
    public boolean step(String id) {
        return jdbc.sql("""
                delete from attachment_upload where id in (select id from attachment_upload where touched_at < :before
                    limit :most for update skip locked)""")
                .param("before", OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC)).param("most", A_PIECE)
                .update() > 0;
    }
}
