package org.fugong.submission;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.enterprise.Site;
import org.fugong.filing.Applicable;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.filing.FilingsInForce;
import org.fugong.submission.SubmissionRefused.Reason;
import org.fugong.web.Typed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What may stand in the way of another filing: those of the same site, and those of the same firm that are suspended. */
@Component
class StandingFilings {

    /** The states stand in it as they stand in the indexes, which otherwise would not be used. */
    private static final String QUERY = Stream.of(FilingState.IN_FORCE, FilingState.UNDECIDED)
            .map(states -> "select id from filing where site_id = ? and state in (%s)"
                    .formatted(states.stream().map("'%s'"::formatted).collect(Collectors.joining(", "))))
            .collect(Collectors.joining(" union ", "",
                    " union select id from filing where enterprise_id = ? and state = 'SUSPENDED' order by id"));

    private final JdbcTemplate jdbc;
    private final Filings filings;
    private final FilingsInForce inForce;

    StandingFilings(JdbcTemplate jdbc, Filings filings, FilingsInForce inForce) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.inForce = inForce;
    }

    /**
     * The live filings of the site, whose place the draft may take.
     *
     * @throws SubmissionRefused where one of them, or an order, stands in the way whatever is filled in
     */
    List<Filing> requireNothingAgainst(Filing draft, Site site, Applicable applicable) {
        var standing = of(site);
        var live = standing.stream().filter(filing -> filing.siteId() == site.id()).toList();
        requireInForce(draft, live);
        live.forEach(other -> requireReplaceable(draft, other, applicable));
        requireNotStopped(site, standing);
        if (!applicable.kinds().contains(draft.kind())) {
            throw SubmissionRefused.because(Reason.KIND_NOT_OFFERED);
        }
        return live;
    }

    /** Mostly there is none, so that only their ids are asked for at first. */
    private List<Filing> of(Site site) {
        return jdbc.queryForList(QUERY, Long.class, site.id(), site.id(), site.enterpriseId()).stream()
                .map(id -> filings.findById(id).orElseThrow()).toList();
    }

    /** What a draft changes is what its firm saw when it began: not what somebody has ended, taken back or changed meanwhile. */
    private void requireInForce(Filing draft, List<Filing> live) {
        var changes = draft.succession().changesId();
        if (changes != null && live.stream().noneMatch(draft.succession()::changes)) {
            throw SubmissionRefused.because(Reason.MOVED_ON, filings.findById(changes).orElseThrow());
        }
    }

    /**
     * Its next version takes its place, and so does a filing under another regime or in another county; not while an order is open,
     * and not while an application for it waits.
     */
    private void requireReplaceable(Filing draft, Filing live, Applicable applicable) {
        if (!applicable.outdates(live) && (live.state().undecided() || !draft.succession().changes(live))) {
            throw SubmissionRefused.because(Reason.ALREADY_FILED, live);
        }
        if (live.state() == FilingState.SUSPENDED) {
            throw SubmissionRefused.because(Reason.STOPPED, live);
        }
        if (inForce.ordered(live)) {
            throw SubmissionRefused.because(Reason.ORDERED, live);
        }
    }

    /** An order to stop holds for the place, also where its firm has entered the place as another site. */
    private static void requireNotStopped(Site site, List<Filing> standing) {
        standing.stream()
                .filter(stopped -> stopped.state() == FilingState.SUSPENDED && stopped.county().equals(site.county())
                        && place(stopped.subject().address()).equals(place(site.address())))
                .findFirst().ifPresent(stopped -> {
                    throw SubmissionRefused.because(Reason.STOPPED, stopped);
                });
    }

    /** An address without what may be written one way or the other. */
    private static String place(String address) {
        return Typed.plain(address).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
