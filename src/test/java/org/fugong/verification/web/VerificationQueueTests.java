package org.fugong.verification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.audit.Trail;
import org.fugong.filing.SubmittedFilings;
import org.fugong.web.Cursor;
import org.fugong.web.Page;
import org.fugong.web.Sheet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class VerificationQueueTests {

    private static final String COUNTY = "640522";
    private static final VerificationFilter ALL = new VerificationFilter("", "ALL", "", "");

    @Autowired
    VerificationQueue queue;
    @Autowired
    SubmittedFilings received;
    @Autowired
    EntityManager entities;
    @Autowired
    Clock clock;
    @Autowired
    MockMvc mvc;
    @Autowired
    Trail trail;

    @Test
    void walkingOverEqualDatesMeetsEachOnceForwardsAndBackwards() {
        var today = LocalDate.now(clock);
        received.checklists(COUNTY, "宁夏甲有限公司", 3, today.minusDays(2));
        received.checklists(COUNTY, "宁夏乙有限公司", 120, today.plusDays(1));
        entities.flush();

        var forwards = new ArrayList<Long>();
        var page = page(null, null);
        Page<VerificationRow> last = page;
        for (; page != null; page = page.after() == null ? null : page(page.after(), null)) {
            page.rows().forEach(row -> forwards.add(row.id()));
            last = page;
        }
        assertThat(forwards).hasSize(123).doesNotHaveDuplicates();
        assertThat(page(null, null).rows().getFirst().dueOn()).isEqualTo(today.minusDays(2));

        var backwards = new ArrayList<>(ids(last));
        for (page = last; page.before() != null;) {
            page = page(null, page.before());
            backwards.addAll(0, ids(page));
        }
        assertThat(backwards).isEqualTo(forwards);
    }

    @Test
    void theTallyTellsWhatIsOverdueAndWhatIsDueSoon() {
        var today = LocalDate.now(clock);
        received.checklists(COUNTY, "宁夏丙有限公司", 2, today.minusDays(2));
        received.checklists(COUNTY, "宁夏丁有限公司", 3, today);
        received.checklists(COUNTY, "宁夏戊有限公司", 4, today.plusDays(30));
        entities.flush();
        var tally = queue.tally(COUNTY, ALL);
        assertThat(List.of(tally.overdue(), tally.soon(), tally.all())).containsExactly(2, 3, 9);
        assertThat(queue.tally(COUNTY, new VerificationFilter("", "OPEN", "丁有限", "")).all()).isEqualTo(3);
        assertThat(queue.tally(COUNTY, new VerificationFilter("", "OPEN", "50%_", "")).all()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"银川丽景物流（集团）有限公司（虚构）", "虚 构", "(集团)", "（集团）", "丽景·物流", "ＮＩＮＧ", "NUMBER", "CODE"})
    void aFirmIsFoundByWhatStandsOnThePaperHoweverItIsTyped(String text) {
        var name = "银川丽景物流（集团）有限公司（虚构）NING";
        var filing = received.checklist(COUNTY, name, LocalDate.now(clock));
        received.checklist(COUNTY, "宁夏己有限公司", LocalDate.now(clock));
        entities.flush();
        var typed = switch (text) {
            case "NUMBER" -> filing.no().replace("-", "");
            case "CODE" -> filing.firm().creditCode().value().toLowerCase(Locale.ROOT);
            default -> text;
        };
        assertThat(queue.page(COUNTY, new VerificationFilter("", "ALL", typed, ""), Cursor.byDay(null, null)).rows())
                .extracting(VerificationRow::name).containsExactly(name);
    }

    @Test
    void theNextPageKeepsTheFilters() throws Exception {
        received.checklists(COUNTY, "宁夏 & 己 有限公司", 60, LocalDate.now(clock));
        entities.flush();
        var html = mvc
                .perform(get("/desk/verifications").param("q", "& 己").param("state", "PLANNED").with(Session.as(received.official(COUNTY))))
                .andReturn().getResponse().getContentAsString();
        assertThat(html).contains("state=PLANNED&amp;q=%26%20%E5%B7%B1&amp;after=");
    }

    @Test
    void theTableHoldsEachOfTheOwnCountyAsTheQueueIsNarrowed() throws Exception {
        var official = received.official(COUNTY);
        received.checklists(COUNTY, "宁夏庚有限公司", 230, LocalDate.now(clock));
        received.checklists(COUNTY, "宁夏辛有限公司", 2, LocalDate.now(clock));
        received.checklist("640521", "宁夏外县庚有限公司", LocalDate.now(clock));
        entities.flush();
        var page = Jsoup.parse(mvc.perform(get("/desk/verifications?q=庚").with(Session.as(official))).andReturn().getResponse()
                .getContentAsString());
        var links = page.select("main a[download]").eachAttr("href");
        assertThat(links).containsExactly("/desk/verifications/export.xlsx?q=%E5%BA%9A", "/desk/verifications/export.csv?q=%E5%BA%9A");
        var csv = mvc.perform(get("/desk/verifications/export.csv?q=庚").with(Session.as(official))).andReturn().getResponse()
                .getContentAsString();
        assertThat(csv.lines()).hasSize(231).doesNotHaveDuplicates();
        assertThat(csv).contains("宁夏庚有限公司", "待核查").doesNotContain("外县", "宁夏辛");
        var sheet = Sheet.of(mvc.perform(get("/desk/verifications/export.xlsx?q=庚").with(Session.as(official))).andReturn().getResponse()
                .getContentAsByteArray());
        assertThat(sheet).hasSize(231);
        assertThat(trail.of("list:verifications").stream().filter(entry -> entry.actor().equals(official.login()))
                .map(entry -> entry.after().get("rows"))).containsExactly(230, 230);
    }

    private Page<VerificationRow> page(String after, String before) {
        return queue.page(COUNTY, ALL, Cursor.byDay(after, before));
    }

    private static List<Long> ids(Page<VerificationRow> page) {
        return page.rows().stream().map(VerificationRow::id).toList();
    }
}
