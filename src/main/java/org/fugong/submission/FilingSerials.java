package org.fugong.submission;

import java.util.ArrayDeque;
import java.util.Queue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The serials of filing numbers, fetched some at a time; those that are left when the application ends are never used. */
@Component
class FilingSerials {

    private static final int AT_A_TIME = 50;

    private final JdbcClient jdbc;
    private final Queue<Long> left = new ArrayDeque<>();

    FilingSerials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    synchronized long next() {
        if (left.isEmpty()) {
            left.addAll(jdbc.sql("select nextval('filing_serial') from generate_series(1, ?)").param(AT_A_TIME).query(Long.class).list());
        }
        return left.remove();
    }
}
