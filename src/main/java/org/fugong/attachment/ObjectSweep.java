package org.fugong.attachment;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.fugong.attachment.store.ObjectStore;
import org.fugong.job.DailyJob;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the objects that nothing refers to: what was taken off, and what was put when something broke off. */
@Component
class ObjectSweep implements DailyJob {

    /** So long a backup of the database still finds all that it refers to. */
    static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final ObjectStore store;
    private final Clock clock;

    @Autowired
    ObjectSweep(JdbcClient jdbc, ObjectProvider<ObjectStore> store, Clock clock) {
        this(jdbc, store.getIfAvailable(), clock);
    }

    ObjectSweep(JdbcClient jdbc, ObjectStore store, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "attachment-objects";
    }

    @Override
    public LocalTime time() {
        return LocalTime.of(3, 0);
    }

    @Override
    public boolean step(String id) {
        if (store == null) {
            return false;
        }
        var unused = jdbc.sql("select name from attachment_object where unused_since < :before limit 1 for update skip locked")
                .param("before", OffsetDateTime.ofInstant(clock.instant().minus(KEPT), ZoneOffset.UTC)).query(String.class).optional();
        unused.ifPresent(name -> {
            store.delete(name);
            jdbc.sql("delete from attachment_object where name = :name").param("name", name).update();
        });
        return unused.isPresent();
    }
}
