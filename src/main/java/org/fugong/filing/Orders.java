package org.fugong.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The orders of counties to put something right, as whoever gives them answers for them: a firm does not file its way out of one; and
 * the checks that are announced to firms.
 */
public interface Orders {

    /** What a county has ordered about a filing. */
    enum Kind {
        RECTIFY, STOP_WORK
    }

    /** An order that is not closed yet: about which filing and site, and until when the firm is to have answered it, if it has not. */
    record StandingOrder(String no, long siteId, Kind kind, boolean answered, LocalDate dueOn) {

        /** Where the firm reads it, and answers. */
        public String link() {
            return "/my/filings/" + no + "/verification";
        }
    }

    /** A check of a filing that does not follow from the firm's own submission, and by when the county makes it. */
    record AnnouncedCheck(String no, long siteId, LocalDate dueOn) {

        /** Where the firm reads of it. */
        public String link() {
            return "/my/filings/" + no + "/verification";
        }
    }

    /** The order about a filing, answered by the firm or not. */
    Optional<StandingOrder> about(long filingId);

    /** Those about the filings of a firm, the most pressing first. */
    List<StandingOrder> of(long enterpriseId);

    /** The checks that are announced to a firm and not made yet, the next first. */
    List<AnnouncedCheck> announced(long enterpriseId);

    /** Whether an order about a filing is open, answered by the firm or not. */
    default boolean stands(long filingId) {
        return about(filingId).isPresent();
    }
}
