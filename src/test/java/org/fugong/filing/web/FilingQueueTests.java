package org.fugong.filing.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.KeyClass;
import org.fugong.filing.SubmittedFilings;
import org.fugong.web.Page;
import org.fugong.web.SearchText;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingQueueTests {

    private static final String COUNTY = "640323";

    @Autowired
    FilingQueue queue;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Firms firms;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"due", "newest"})
    void walkingOverEqualKeysMeetsEachOnceForwardsAndBackwards(String order) {
        clock.set(Instant.parse("2020-03-12T06:05:00.123456Z"));
        var today = LocalDate.now(clock);
        received.checklists(COUNTY, "宁夏甲有限公司", 3, today.minusDays(2));
        received.checklists(COUNTY, "宁夏乙有限公司", 120, today.plusDays(1));
        entities.flush();
        jdbc.sql("update filing set due_on = null where county = :county and id % 3 = 0").param("county", COUNTY).update();
        var filter = filter(order);

        var forwards = new ArrayList<String>();
        var last = queue.page(COUNTY, filter, null, null);
        forwards.addAll(numbers(last));
        while (last.after() != null) {
            last = queue.page(COUNTY, filter, last.after(), null);
            forwards.addAll(numbers(last));
        }
        assertThat(forwards).hasSize(123).doesNotHaveDuplicates();

        var backwards = new ArrayList<>(numbers(last));
        while (last.before() != null) {
            last = queue.page(COUNTY, filter, null, last.before());
            backwards.addAll(0, numbers(last));
        }
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void whatIsOverdueComesFirstAndWhatIsNotDueLast() {
        var today = LocalDate.now(clock);
        var notice = received.notice(COUNTY, "宁夏丙有限公司");
        var soon = received.checklist(COUNTY, "宁夏丁有限公司", today);
        var overdue = received.checklist(COUNTY, "宁夏戊有限公司", today.minusDays(3));
        entities.flush();
        assertThat(numbers(queue.page(COUNTY, filter("due"), null, null))).containsExactly(overdue.no(), soon.no(), notice.no());
        var tally = queue.tally(COUNTY, filter(""));
        assertThat(List.of(tally.overdue(), tally.soon(), tally.all())).containsExactly(1, 1, 3);
    }

    @Test
    void whatIsDueOfKeyClassesComesBeforeAllOthersOverThePages() {
        var today = LocalDate.now(clock);
        var key = firms.complete("宁夏口罩有限公司", KeyClass.EPIDEMIC_GOODS);
        var overdue = received.checklist(COUNTY, "宁夏辛有限公司", today.minusDays(3));
        received.checklists(COUNTY, "宁夏壬有限公司", 60, today);
        var notice = received.notice(COUNTY, "宁夏癸有限公司");
        var later = received.checklist(key, COUNTY, today.plusDays(9));
        var sooner = received.checklist(key, COUNTY, today.plusDays(1));
        entities.flush();
        var first = queue.page(COUNTY, filter("due"), null, null);
        assertThat(numbers(first)).startsWith(sooner.no(), later.no(), overdue.no()).hasSize(50);
        var second = queue.page(COUNTY, filter("due"), first.after(), null);
        assertThat(numbers(second)).hasSize(14).doesNotContainAnyElementsOf(numbers(first)).endsWith(notice.no());
        assertThat(numbers(queue.page(COUNTY, filter("due"), null, second.before()))).isEqualTo(numbers(first));
    }

    @Test
    void aLinkKeepsTheFilters() {
        assertThat(new FilingFilter("", "甲 & 乙", "SUBMITTED", "x", "", "", "2020-03-01", "", "", "newest").link("after", "5.7"))
                .isEqualTo("/desk/filings?q=%E7%94%B2%20%26%20%E4%B9%99&state=SUBMITTED&from=2020-03-01&order=newest&after=5.7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"银川丽景物流有限公司（虚构）", "银川丽景物流有限公司(虚构)", "虚 构", " 银川 丽景 ", "银川丽景物流有限公司 （虚构）"})
    void whatIsPastedFromTheRowFindsIt(String text) {
        received.checklist(COUNTY, "银川丽景物流有限公司（虚构）", LocalDate.now(clock));
        received.checklist(COUNTY, "宁夏己有限公司", LocalDate.now(clock));
        entities.flush();
        var rows = queue.page(COUNTY, search(text), null, null).rows();
        assertThat(rows).extracting(FilingRow::name).containsExactly("银川丽景物流有限公司（虚构）");
        assertThat(queue.page(COUNTY, search(rows.getFirst().name()), null, null).rows()).isEqualTo(rows);
    }

    @ParameterizedTest
    @ValueSource(strings = {"宁夏丽景物流（集团）有限公司（虚构）", "虚 构", "(集团)", "（集团）", "丽景·物流", "ＮＩＮＧ", "ning"})
    void aFirmIsFoundByItsNameHoweverItIsTyped(String text) {
        received.checklist(COUNTY, "宁夏丽景物流（集团）有限公司（虚构）NING", LocalDate.now(clock));
        received.checklist(COUNTY, "宁夏己有限公司", LocalDate.now(clock));
        entities.flush();
        assertThat(queue.page(COUNTY, search(text), null, null).rows()).extracting(FilingRow::name)
                .containsExactly("宁夏丽景物流（集团）有限公司（虚构）NING");
    }

    @Test
    void aFilingIsFoundByItsNumberWithoutHyphens() {
        var filing = received.checklist(COUNTY, "宁夏庚有限公司", LocalDate.now(clock));
        entities.flush();
        assertThat(numbers(queue.page(COUNTY, search(filing.no().replace("-", "")), null, null))).containsExactly(filing.no());
    }

    @ParameterizedTest
    @ValueSource(strings = {"（Ａｂ）·c", "𝒳 ﬁ ①", "甲\u3000乙\u00a0丙", "【一】〔二〕「三」", "A-B–C—D_E", "İSTANBUL", "é e\u0301", "50%_\\"})
    void theDatabaseFoldsLikeTheQuestion(String text) {
        assertThat(jdbc.sql("select search_text(?)").param(text).query(String.class).single()).isEqualTo(SearchText.fold(text));
    }

    private static FilingFilter search(String text) {
        return new FilingFilter("", text, "", "", "", "", "", "", "", "");
    }

    private static FilingFilter filter(String order) {
        return new FilingFilter("", "", "", "", "", "", "", "", "", order);
    }

    private static List<String> numbers(Page<FilingRow> page) {
        return page.rows().stream().map(FilingRow::no).toList();
    }
}
