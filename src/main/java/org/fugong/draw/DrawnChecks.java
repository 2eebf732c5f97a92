package org.fugong.draw;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fugong.calendar.WorkingDays;
import org.fugong.draw.DrawResult.Course;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.fugong.verification.VerificationOpening;
import org.fugong.web.Dates;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Has firms that were drawn checked, unless something has come in between since the pool was taken; tells them and who is sent. */
@Component
class DrawnChecks {

    private final Draws draws;
    private final PoolSelection selection;
    private final Filings filings;
    private final VerificationOpening verifications;
    private final RiskLevels levels;
    private final WorkingDays days;
    private final Notices notices;
    private final DrawSettings settings;
    private final JdbcClient jdbc;
    private final Clock clock;

    DrawnChecks(Draws draws, PoolSelection selection, Filings filings, VerificationOpening verifications, RiskLevels levels,
            WorkingDays days, Notices notices, DrawSettings settings, JdbcClient jdbc, Clock clock) {
        this.draws = draws;
        this.selection = selection;
        this.filings = filings;
        this.verifications = verifications;
        this.levels = levels;
        this.days = days;
        this.notices = notices;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void settle(Draw draw, DrawResult result) {
        var filing = filings.findForUpdateByNoAndCounty(result.filingNo(), draw.county()).orElseThrow();
        var today = clock.instant().atZone(Dates.ZONE).toLocalDate();
        var course = course(draw, filing, today);
        if (course.checked()) {
            var check = verifications.drawn(filing, days.after(today, settings.workingDays()));
            draws.settle(draw.id(), result.seq(), course, check.verificationId());
            tell(draw, result, filing, check);
        } else {
            draws.settle(draw.id(), result.seq(), course, null);
        }
    }

    private Course course(Draw draw, Filing filing, LocalDate today) {
        if (!filing.state().live()) {
            return Course.ENDED;
        }
        if (levels.now(draw.county()).level() == RiskLevel.LOW) {
            return Course.LOW_RISK;
        }
        if (selection.positive(filing.enterpriseId(), draw.county(), today)) {
            return Course.POSITIVE_LIST;
        }
        if (verifications.open(filing)) {
            return Course.JOINED;
        }
        return selection.capped(filing.enterpriseId(), draw.county(), today) ? Course.CAPPED : Course.OPENED;
    }

    private void tell(Draw draw, DrawResult result, Filing filing, VerificationOpening.Drawn check) {
        var arguments = List.of(draw.no(), filing.no(), check.dueOn().toString());
        var about = "draw:" + draw.no() + ":" + filing.no();
        notices.send(List.of(new Notice(filing.enterpriseId(), about, "notice.drawn", arguments,
                "/my/filings/" + filing.no() + "/verification")));
        inspectors(draw, result).forEach(account -> notices.tell(account, about, "notice.staff.drawn", arguments,
                "/desk/verifications/" + check.verificationId()));
    }

    private List<Long> inspectors(Draw draw, DrawResult result) {
        return result.inspectors().isEmpty()
                ? List.of()
                : jdbc.sql("select account_id from draw_inspector where draw_id = :draw and number in (:numbers)").param("draw", draw.id())
                        .param("numbers", result.inspectors()).query(Long.class).list();
    }
}
