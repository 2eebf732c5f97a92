package org.fugong.filing.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class FilingDeskTests {

    private static final String COUNTY = "640502";

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    EntityManager entities;
    @Autowired
    Clock clock;

    private SubmittedFilings.One application;
    private Actor wang;

    @BeforeEach
    void anApplicationInACountyAtHighRisk() {
        received.level(COUNTY, RiskLevel.HIGH);
        application = received.application(COUNTY, "宁夏申请示例有限公司", LocalDate.now(clock).plusDays(20));
        wang = received.official(COUNTY);
    }

    @Test
    void theDeskShowsEverythingThatWasFiled() throws Exception {
        send(wang, get(path(""))).andExpect(status().isOk())
                .andExpect(content().string(containsString("需要 600 只，现有 450 只，还差 150 只")))
                .andExpect(content().string(containsString("马建国")))
                .andExpect(content().string(containsString("李强")))
                .andExpect(content().string(containsString("容缺 1 项")))
                .andExpect(content().string(containsString("/desk/applications/" + application.no())));
    }

    @ParameterizedTest
    @CsvSource({"zh-CN, 0951-1234567 转 8001", "en, 0951-1234567 ext. 8001"})
    void phonesAreShownAsPeopleWriteThem(String language, String written) throws Exception {
        send(wang, get(path("")).param("lang", language)).andExpect(content().string(containsString(written)))
                .andExpect(content().string(containsString("139 1234 5678")));
    }

    @Test
    void itLeadsToWhatAppliedWhenItWasSubmitted() throws Exception {
        received.level(COUNTY, RiskLevel.LOW);
        for (var page : List.of(send(wang, get(path(""))), send(application.actor(), get("/my/filings/" + application.no())))) {
            var link = Jsoup.parse(page.andReturn().getResponse().getContentAsString()).select("a[href^='/counties/" + COUNTY + "?on=']")
                    .attr("href");
            var then = Jsoup
                    .parse(mvc.perform(get(URI.create(link))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
            assertThat(then.select(".level .tag").text()).isEqualTo("高风险");
            assertThat(then.select(".level").text()).contains("测试通知");
        }
    }

    @Test
    void anOverdueApplicationIsShownAsSuch() throws Exception {
        application = received.application(COUNTY, "宁夏逾期示例有限公司", LocalDate.now(clock).minusDays(9));
        send(wang, get("/desk/applications/" + application.no())).andExpect(content().string(containsString("没有答复不等于同意")));
        send(wang, get("/desk/filings")).andExpect(content().string(containsString("个工作日")))
                .andExpect(content().string(containsString("tag-overdue")));
    }

    @Test
    void anotherCountyDoesNotFindIt() throws Exception {
        var stranger = received.official("640105");
        send(stranger, get(path(""))).andExpect(status().isNotFound());
        send(stranger, get("/desk/filings").param("q", application.no()))
                .andExpect(content().string(not(containsString(application.firm().name()))));
        send(application.actor(), get(path(""))).andExpect(status().isForbidden());
        send(wang, get("/desk/filings/640502-200310-00391-2")).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"state, SUBMITTED, EFFECTIVE", "state, OPEN, CLOSED", "kind, APPLICATION, NOTICE", "industry, 34, 35", "industry, C, A",
            "size, SMALL, LARGE",
            "q, 申请示例, 没有这家", "to, 9000-01-01, 2000-01-01", "to, 99999-01-01, 1900-01-01", "from, 2000-01-01, 9000-01-01"})
    void eachFilterKeepsAndDrops(String field, String keeps, String drops) throws Exception {
        send(wang, get("/desk/filings").param(field, keeps)).andExpect(content().string(containsString("宁夏申请示例有限公司")));
        send(wang, get("/desk/filings").param(field, drops)).andExpect(content().string(not(containsString("宁夏申请示例有限公司"))));
    }

    @ParameterizedTest
    @CsvSource({"state, 随便", "state, DRAFT", "kind, notice", "industry, 9999", "size, 很大", "from, 2020-02-30", "to, soon",
            "order, id; drop"})
    void aFilterThatMeansNothingIsNamedAndLeftOut(String field, String value) throws Exception {
        send(wang, get("/desk/filings").param(field, value)).andExpect(status().isOk())
                .andExpect(content().string(containsString("没有用来筛选")))
                .andExpect(content().string(containsString("宁夏申请示例有限公司")));
    }

    @Test
    void aLongOrBrokenTextOrKeyIsNoError() throws Exception {
        for (var text : new String[]{"x".repeat(10_000), "\u0000", "%_\\", "\uD83D"}) {
            send(wang, get("/desk/filings").param("q", text).param("after", text).param("before", text)).andExpect(status().isOk());
        }
        for (var key : new String[]{"1.1", "99999999999999999999.1", "9223372036854775807.1", "-5.-5", ".", "2020-01-01."}) {
            send(wang, get("/desk/filings").param("order", "newest").param("after", key)).andExpect(status().isOk());
            send(wang, get("/desk/filings").param("before", key)).andExpect(status().isOk());
        }
    }

    private String path(String act) {
        return "/desk/filings/" + application.no() + act;
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(Session.as(actor)).with(csrf()));
    }
}
