package org.fugong.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.audit.Trail;
import org.fugong.filing.SubmittedFilings;
import org.fugong.web.Sheet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingExportTests {

    private static final String COUNTY = "640324";
    private static final String FOREIGN = "640323";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    EntityManager entities;
    @Autowired
    Trail trail;
    @Autowired
    Clock clock;

    private Actor official;

    @BeforeEach
    void filings() {
        official = received.official(COUNTY);
        received.checklists(COUNTY, "宁夏下载甲有限公司", 250, LocalDate.now(clock).plusDays(3));
        received.checklists(COUNTY, "=宁夏下载乙有限公司", 160, LocalDate.now(clock).plusDays(3));
        received.notice(COUNTY, "宁夏下载丙有限公司");
        received.checklist(FOREIGN, "宁夏外县有限公司", LocalDate.now(clock));
        entities.flush();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?order=newest"})
    void eachFilingOfTheOwnCountyIsThereOnceHoweverManyThereAre(String order) throws Exception {
        var text = csv("/desk/filings/export.csv" + order);
        assertThat(text.lines().skip(1).map(line -> line.substring(0, line.indexOf(','))).toList()).hasSize(411).doesNotHaveDuplicates();
        assertThat(text).contains("编号,企业,统一社会信用代码,方式", ",'=宁夏下载乙有限公司,", "核查中").doesNotContain("外县");

        var sheet = Sheet.of(mvc.perform(get("/desk/filings/export.xlsx" + order).with(Session.as(official)))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray());
        assertThat(sheet.stream().map(row -> row.get(0)).toList()).hasSize(412).doesNotHaveDuplicates();
        assertThat(sheet.stream().map(row -> row.get(1))).contains("=宁夏下载乙有限公司").doesNotContain("宁夏外县有限公司");
    }

    @Test
    void theLinksOfTheQueueKeepWhatItIsNarrowedTo() throws Exception {
        var page = Jsoup.parse(csv("/desk/filings?q=下载乙&kind=CHECKLIST&size=x"));
        var links = page.select("main a[download]").eachAttr("href");
        assertThat(links).hasSize(2).allMatch(link -> link.endsWith("?q=%E4%B8%8B%E8%BD%BD%E4%B9%99&kind=CHECKLIST"));
        assertThat(csv("/desk/filings/export.csv?q=下载乙&kind=CHECKLIST").lines()).hasSize(161);
    }

    @Test
    void whoTookWhatIsOnTheTrail() throws Exception {
        csv("/desk/filings/export.csv?q=下载乙&state=nonsense");
        assertThat(trail.of("list:filings")).filteredOn(entry -> entry.actor().equals(official.login())).singleElement()
                .satisfies(entry -> {
                    assertThat(entry.action()).isEqualTo("list.exported");
                    assertThat(entry.after()).isEqualTo(Map.of("filters", Map.of("q", "下载乙"), "rows", 160));
                });
    }

    private String csv(String address) throws Exception {
        return mvc.perform(get(address).with(Session.as(official))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString();
    }
}
