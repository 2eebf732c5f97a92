package org.fugong.application.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.application.RepliedApplications;
import org.fugong.filing.FilingState;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Cursor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** What waits in a county: the green channel first, each once, and narrowed to a state or a department as the application stands. */
@WebTest
@Transactional
class ApplicationQueueTests {

    private static final String COUNTY = "640423";

    @Autowired
    ApplicationQueues queues;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private SubmittedFilings.One application;
    private Actor official;

    @BeforeEach
    void anApplication() {
        received.level(COUNTY, RiskLevel.HIGH);
        application = received.application(COUNTY, "宁夏排队有限公司", LocalDate.now(clock).plusDays(1));
        official = received.official(COUNTY);
    }

    @Test
    void theQueueOfAStateFollowsTheApplication() {
        assertThat(states()).containsExactly(FilingState.SUBMITTED);
        replies.askCorrection(official, application.no(), "C01");
        assertThat(states()).containsExactly(FilingState.CORRECTION);
        replies.answerCorrection(application.actor(), application.no());
        assertThat(states()).containsExactly(FilingState.SUBMITTED);
        replies.accept(official, application.no());
        assertThat(states()).containsExactly(FilingState.ACCEPTED);
    }

    @Test
    void theGreenChannelIsFirstAndThenWhatIsDueFirstAndEachIsMetOnce() {
        replies.accept(official, application.no());
        alike(130);
        var filter = filter("", "HEALTH");
        var met = new ArrayList<QueueRow>();
        var page = queues.opinions(COUNTY, filter, Cursor.byDay(null, null));
        assertThat(page.rows().getFirst().green()).isTrue();
        for (met.addAll(page.rows()); page.after() != null; met.addAll(page.rows())) {
            page = queues.opinions(COUNTY, filter, Cursor.byDay(page.after(), null));
        }
        assertThat(queues.opinions(COUNTY, filter, Cursor.byDay(null, page.before())).rows()).as("and back")
                .isEqualTo(met.subList(50, 100));
        assertThat(met).extracting(QueueRow::id).hasSize(131).doesNotHaveDuplicates();
        assertThat(met).isSortedAccordingTo(Comparator.comparing((QueueRow row) -> !row.green()).thenComparing(QueueRow::dueOn)
                .thenComparing(QueueRow::id)).allMatch(row -> row.department() == Department.HEALTH);
    }

    /** Under which of the states the queue has the application. */
    private List<FilingState> states() {
        entities.flush();
        return FilingState.UNDECIDED.stream()
                .filter(state -> queues.applications(COUNTY, filter(state.name(), ""), Cursor.byDay(null, null)).rows().stream()
                        .anyMatch(row -> row.id() == application.id()))
                .toList();
    }

    private static ApplicationFilter filter(String state, String department) {
        return new ApplicationFilter("/desk/applications", "", "", state, department, "");
    }

    /** So many opinions of one department more; one in ten is green. What their filings are plays no part in it. */
    private void alike(int times) {
        entities.flush();
        jdbc.sql(
                """
                        insert into filing (no, token, enterprise_id, site_id, county, province, kind, regime, state, level, list_id,
                            notice, subject, plan, facts, answers, findings, owed, credit_code, name, industry, planned_staff,
                            submitted_at, started_at, updated_at, version)
                        select '640423-200101-' || lpad(n::text, 8, '0') || '-1', lpad(n::text, 22, 'q'), enterprise_id, site_id,
                            county, province, kind, regime, 'REFUSED', level, list_id, notice, subject, plan, '{}', '{}', '[]', '[]',
                            credit_code, name, industry, planned_staff, submitted_at, started_at, updated_at, 0
                        from filing, generate_series(1, :n) n where id = :id""")
                .param("n", times).param("id", application.id()).update();
        jdbc.sql("""
                insert into application (filing_id, county, sector, lead, state, green, joint, clock_from, due_on, version)
                select id, county, 'TRADE', 'TRADE', 'ACCEPTED', id % 10 = 0, false, current_date, current_date, 0 from filing
                where token like 'qqqqqqqqqqqqqqqq%' and county = ?""").param(COUNTY).update();
        jdbc.sql("""
                insert into opinion (filing_id, county, department, categories, state, reasons, green, opened_at, due_on, version)
                select filing_id, county, 'HEALTH', 'A', 'OPEN', '[]', green, now(), current_date + (filing_id % 90)::integer, 0
                from application where county = ? and sector = 'TRADE'""").param(COUNTY).update();
    }
}
