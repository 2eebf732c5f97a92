package org.fugong.collective.web;

import java.util.List;
import org.fugong.filing.FilingState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The units of a list with what has become of each, for the page of their operator. */
@Component
class UnitRows {

    private static final String WITH_FILING = """
            from unit left join lateral (select id, no, state from filing where filing.site_id = unit.site_id
                order by (state = 'DRAFT') and exists (select from filing other where other.site_id = unit.site_id and other.state in
                    ('RECORDED', 'EFFECTIVE', 'SUBMITTED', 'ACCEPTED', 'CORRECTION', 'PERMITTED', 'SUSPENDED')), id desc limit 1) filed
                on true
            where list_id = :list""";

    private final JdbcClient jdbc;

    UnitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A unit; {@code state} is null where nothing was begun for it, and {@code no} where that is a draft. */
    record Row(long id, String name, String place, int plannedStaff, boolean byLink, Long filingId, String no, FilingState state) {

        public boolean draft() {
            return state == FilingState.DRAFT;
        }

        /** Whether it may be corrected on the list, and taken off. */
        public boolean loose() {
            return state == null || !state.live();
        }

        public String style() {
            return state == null ? "tag-plain" : draft() ? "tag-unmet" : state.mayStart() ? "tag-met" : "tag-due";
        }
    }

    /** How many there are, how many have a receipt, and how many are drafts that did not pass. */
    record Tally(int all, int filed, int open) {

        public int waiting() {
            return all - filed;
        }
    }

    /** Those after a key, for a page. */
    List<Row> page(long list, long after, int most) {
        return jdbc.sql("select unit.id, name, place, planned_staff, by_link, filed.id filing_id, no, state " + WITH_FILING
                + " and unit.id > :after order by unit.id limit :most").param("list", list).param("after", after).param("most", most)
                .query(Row.class).list();
    }

    Tally tally(long list) {
        return jdbc.sql(
                "select count(*) \"all\", count(*) filter (where state <> 'DRAFT') filed, count(*) filter (where state = 'DRAFT') open "
                        + WITH_FILING)
                .param("list", list).query(Tally.class).single();
    }
}
