package org.fugong.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Plan;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.statistics.Overview;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.fugong.web.Dates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/**
 * As Chengdu Qingyang did it in February 2020: 27 applications, of which 21 were permitted for 4,945 workers, the first six on one
 * morning, with joint review above 100 persons.
 */
@WebTest
@Transactional
class QingyangDayTests {

    private static final String COUNTY = "640502";
    private static final LocalDate MONDAY = LocalDate.of(2020, 5, 11);
    private static final LocalDate TUESDAY = LocalDate.of(2020, 5, 12);

    @Autowired
    TestClock clock;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    DraftEditing editing;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ApplicationReply reply;
    @Autowired
    Overview overview;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void twentySevenApplyAndTwentyOneArePermittedInTime() {
        // the permitted ones first: exactly 100, one more, and nineteen that make 4,945 of it
        var permitted = Stream.concat(Stream.of(100, 101, 244), IntStream.range(0, 18).mapToObj(n -> 250)).toList();
        var others = List.of(60, 100, 40, 90, 30, 55);
        assertThat(permitted).hasSize(21);
        assertThat(permitted.stream().mapToInt(Integer::intValue).sum()).isEqualTo(4_945);
        at(MONDAY, LocalTime.of(8, 30));
        filed.level(COUNTY, RiskLevel.HIGH);
        var desk = received.official(COUNTY);
        var before = overview.onTime(List.of(COUNTY));
        var filings = new ArrayList<Filing>();
        Stream.concat(permitted.stream(), others.stream()).forEach(staff -> filings.add(applied(staff)));
        assertThat(filings).hasSize(27);

        for (int n = 0; n < 6; n++) {
            at(TUESDAY, LocalTime.of(9, 10 + n));
            replies.permit(desk, filings.get(n).no());
        }
        at(TUESDAY, LocalTime.of(15, 0));
        filings.subList(6, 21).forEach(filing -> replies.permit(desk, filing.no()));
        filings.subList(21, 24).forEach(filing -> refuse(desk, filing));
        filings.subList(24, 26).forEach(filing -> acceptance.notAccept(desk, filing.no(), replies.version(desk, filing.no()), "厂区不在本区"));
        replies.askCorrection(desk, filings.get(26).no(), "plan.plannedStaff");
        entities.flush();

        assertThat(count("state = 'PERMITTED'", filings)).isEqualTo(21);
        assertThat(jdbc.sql("select sum(planned_staff) from filing where state = 'PERMITTED' and id in (:ids)").param("ids", ids(filings))
                .query(Integer.class).single()).isEqualTo(4_945);
        assertThat(jdbc.sql("select count(*) from application where filing_id in (:ids) and replied_at < :noon").param("ids", ids(filings))
                .param("noon", TUESDAY.atTime(12, 0).atZone(Dates.ZONE).toOffsetDateTime()).query(Integer.class).single()).isEqualTo(6);
        assertThat(count("state = 'REFUSED'", filings)).isEqualTo(3);
        assertThat(count("state = 'NOT_ACCEPTED'", filings)).isEqualTo(2);
        assertThat(count("state = 'CORRECTION'", filings)).isEqualTo(1);
        assertThat(jdbc.sql("select planned_staff from filing join application on filing_id = id where joint and id in (:ids) order by 1")
                .param("ids", ids(filings)).query(Integer.class).list()).hasSize(20).startsWith(101, 244, 250).doesNotContain(100);
        var rate = overview.onTime(List.of(COUNTY));
        assertThat(rate.replied() - before.replied()).isEqualTo(26);
        assertThat(rate.inTime() - before.inTime()).isEqualTo(26);
    }

    private Filing applied(int staff) {
        var firm = firms.complete("宁夏青羊一日有限公司");
        var actor = Firms.actor(firm);
        var draft = filed.complete(firm, firms.site(firm, COUNTY), FilingKind.APPLICATION).id();
        editing.plan(actor, draft, SeenVersions.LATEST,
                plan -> new Plan("王芳", "0951-6012345", MONDAY.plusDays(2), staff + 20, staff, 3, 0, 2, null));
        editing.facts(actor, draft, SeenVersions.LATEST,
                known -> Map.of("roster_count", (Object) (double) staff, "roster_declared", (double) staff));
        return filed.submit(firm, draft);
    }

    /** For an item that the rules found met, which a telephone call has contradicted. */
    private void refuse(Actor desk, Filing filing) {
        replies.agreed(desk, filing.no());
        reply.refuse(desk, filing.no(), replies.version(desk, filing.no()), List.of(new Reason("C01", "口罩没有实物")), "电话核实过");
    }

    private void at(LocalDate day, LocalTime time) {
        clock.set(day.atTime(time).atZone(Dates.ZONE).toInstant());
    }

    private int count(String what, List<Filing> filings) {
        return jdbc.sql("select count(*) from filing where id in (:ids) and " + what).param("ids", ids(filings)).query(Integer.class)
                .single();
    }

    private static List<Long> ids(List<Filing> filings) {
        return filings.stream().map(Filing::id).toList();
    }
}
