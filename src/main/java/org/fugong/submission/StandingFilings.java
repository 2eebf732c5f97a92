package org.fugong.submission;

import java.util.List;
import java.util.stream.Collectors;
import org.fugong.enterprise.Site;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What may stand in the way of another filing: that of the same site, and those of the same firm that are suspended. */
@Component
class StandingFilings {

    /** The states stand in it as they stand in the indexes, which otherwise would not be used. */
    private static final String QUERY = """
            select id from filing where site_id = ? and state in (%s)
            union select id from filing where enterprise_id = ? and state = 'SUSPENDED' order by id"""
            .formatted(FilingState.LIVE.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));

    private final JdbcTemplate jdbc;
    private final Filings filings;

    StandingFilings(JdbcTemplate jdbc, Filings filings) {
        this.jdbc = jdbc;
        this.filings = filings;
    }

    /** Mostly there is none, so that only their ids are asked for at first. */
    List<Filing> of(Site site) {
        return jdbc.queryForList(QUERY, Long.class, site.id(), site.enterpriseId()).stream()
                .map(id -> filings.findById(id).orElseThrow()).toList();
    }
}
