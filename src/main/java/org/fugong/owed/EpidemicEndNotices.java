package org.fugong.owed;

import java.time.LocalDate;
import java.util.List;
import org.fugong.job.Job;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the firms whose owed items are counted from the end of the epidemic by which day each is due, once for each end. */
@Component
class EpidemicEndNotices implements Job {

    static final String NAME = "epidemic-end-notices";

    private static final int PIECE = 500;

    private final JdbcClient jdbc;
    private final Notices notices;

    EpidemicEndNotices(JdbcClient jdbc, Notices notices) {
        this.jdbc = jdbc;
        this.notices = notices;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** {@code id} is that of a version; where a later one is in force already, that is told instead by its own job. */
    @Override
    public boolean step(String id) {
        var told = jdbc.sql("""
                with piece as (
                    select i.id, i.due_on, i.code, i.enterprise_id, i.filing_id from owed_item i
                    join epidemic_end e on e.id = :end and e.province = i.province
                    where i.days_after_epidemic is not null and i.state = 'OPEN' and i.told_end is distinct from e.id
                        and not exists (select from epidemic_end later where later.province = e.province and later.version > e.version)
                    order by i.id limit :piece for update of i),
                marked as (update owed_item i set told_end = :end from piece where piece.id = i.id)
                select piece.*, f.no from piece join filing f on f.id = piece.filing_id order by piece.id""")
                .param("end", Long.valueOf(id)).param("piece", PIECE)
                .query((row, n) -> {
                    var day = row.getObject("due_on", LocalDate.class);
                    return new Notice(row.getLong("enterprise_id"),
                            "filing:" + row.getLong("filing_id") + ":owed:" + row.getString("code") + ":end:" + id,
                            day == null ? "notice.owed.undated" : "notice.owed.dated",
                            day == null ? List.of(row.getString("no")) : List.of(row.getString("no"), day.toString()),
                            "/my/filings/" + row.getString("no") + "/owed/" + row.getString("code"));
                }).list();
        notices.send(told);
        return told.size() == PIECE;
    }
}
