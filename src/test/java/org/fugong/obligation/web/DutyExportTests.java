package org.fugong.obligation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.audit.Trail;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.web.Sheet;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class DutyExportTests {

    private static final String COUNTY = "640324";
    private static final String FOREIGN = "640323";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Trail trail;
    @Autowired
    Clock clock;

    @Test
    void theTableHoldsWhatIsAskedOfTheFirmsOfTheOwnCounty() throws Exception {
        var official = received.official(COUNTY);
        received.level(COUNTY, RiskLevel.HIGH);
        received.checklists(COUNTY, "宁夏办理有限公司", 210, LocalDate.now(clock));
        received.checklist(FOREIGN, "宁夏外县办理有限公司", LocalDate.now(clock));
        entities.flush();
        jdbc.sql("""
                insert into obligation (duty, state, filing_id, site_id, enterprise_id, county, change_id, due_on, asked_at, version)
                select 'CONFIRM', 'OPEN', id, site_id, enterprise_id, county, (select max(id) from risk_level_change),
                       case when id % 2 = 0 then due_on end, submitted_at, 0
                from filing where county in (?, ?) and name like '%办理有限公司'""").params(COUNTY, FOREIGN).update();

        var csv = mvc.perform(get("/desk/obligations/export.csv").with(Session.as(official))).andReturn().getResponse()
                .getContentAsString();
        assertThat(csv.lines()).hasSize(211).doesNotHaveDuplicates();
        assertThat(csv).contains("宁夏办理有限公司").doesNotContain("外县");
        assertThat(Sheet.of(mvc.perform(get("/desk/obligations/export.xlsx").with(Session.as(official))).andReturn().getResponse()
                .getContentAsByteArray())).hasSize(211);
        assertThat(mvc.perform(get("/desk/obligations").with(Session.as(official))).andReturn().getResponse().getContentAsString())
                .contains("href=\"/desk/obligations/export.xlsx\"");
        var one = received.checklist(COUNTY, "银川丽景物流（集团）有限公司（虚构）", LocalDate.now(clock));
        entities.flush();
        jdbc.sql("""
                insert into obligation (duty, state, filing_id, site_id, enterprise_id, county, change_id, due_on, asked_at, version)
                select 'CONFIRM', 'OPEN', id, site_id, enterprise_id, county, (select max(id) from risk_level_change),
                       due_on, submitted_at, 0 from filing where id = ?""").param(one.id()).update();
        for (var typed : List.of("银川丽景物流（集团）有限公司（虚构）", "虚 构", "(集团)", "丽景·物流", one.no().replace("-", ""),
                one.firm().creditCode().value().toLowerCase())) {
            var page = Jsoup.parse(mvc.perform(get("/desk/obligations").param("q", typed).with(Session.as(official))).andReturn()
                    .getResponse().getContentAsString());
            assertThat(page.select("table.queue tbody td:first-child").eachText()).as(typed).containsExactly(one.no());
            assertThat(page.select("main a[download]").eachAttr("href")).hasSize(2).allMatch(link -> link.contains("?q="));
        }
        assertThat(mvc.perform(get("/desk/obligations/export.csv").param("q", "(集团)").with(Session.as(official))).andReturn().getResponse()
                .getContentAsString().lines()).hasSize(2);
        assertThat(trail.of("list:obligations").stream().filter(entry -> entry.actor().equals(official.login()))
                .map(entry -> entry.after().get("rows"))).containsExactly(210, 210, 1);
    }
}
