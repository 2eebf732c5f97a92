package org.fugong.request.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.SubmittedFilings;
import org.fugong.message.Inbox;
import org.fugong.message.Notices;
import org.fugong.request.Demand;
import org.fugong.request.Request;
import org.fugong.request.RequestAnswering;
import org.fugong.request.RequestSending;
import org.fugong.request.Statement;
import org.fugong.web.Sheet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class RequestPagesTests {

    private static final String COUNTY = "640104";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    SubmittedFilings received;
    @Autowired
    AccountOpening accounts;
    @Autowired
    RequestSending sending;
    @Autowired
    RequestAnswering answering;
    @Autowired
    Notices notices;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    private Enterprise firm;
    private Actor admin;
    private String address;

    @BeforeEach
    void people() {
        firm = firms.complete("宁夏诉求有限公司");
        admin = staff(Role.PROVINCE_ADMIN, "640000");
        address = "from " + UUID.randomUUID();
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aFirmTellsTheProvinceAndReadsTheAnswerWhichIsGivenOnce() throws Exception {
        var sent = mvc.perform(filled().with(Session.as(Firms.actor(firm)))).andExpect(status().is3xxRedirection()).andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(sent).matches("/my/requests/\\d{6}-\\d{5,12}");
        var no = sent.substring("/my/requests/".length());
        assertThat(page(sent, Firms.actor(firm)).text()).contains("待答复", "某街道办", "要交三份担保书").doesNotContain("查询码");

        assertThat(page("/admin/requests", admin).select("tbody tr").text()).contains(no, "某街道办", "要求提交清单以外的材料", "兴庆区");
        assertThat(page("/admin/requests/" + no, admin).text()).contains("宁夏诉求有限公司", "0951-6012345", "不得把反映人告诉");
        mvc.perform(answer(no, "")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请填写书面答复")));
        mvc.perform(answer(no, "已责令改正，材料退还。")).andExpect(redirectedUrl("/admin/requests/" + no));
        entities.flush();
        mvc.perform(answer(no, "另一种说法")).andExpect(status().isConflict()).andExpect(content().string(containsString("另一种说法")))
                .andExpect(content().string(containsString("答复，内容见下")))
                .andExpect(content().string(containsString("已经有人答复")));

        assertThat(page(sent, Firms.actor(firm)).text()).contains("已答复", "已责令改正，材料退还。").doesNotContain("另一种说法");
        assertThat(inbox.foremost(Firms.actor(firm), 5)).singleElement().satisfies(notice -> {
            assertThat(notice.link()).isEqualTo(sent);
            assertThat(notices.text(notice.key(), notice.arguments())).contains(no);
        });
        assertThat(trail.of("request:" + no)).extracting(Entry::action).containsExactly("request.sent", "request.answered");
        assertThat(page("/admin/requests", admin).text()).doesNotContain(no);
        assertThat(page("/admin/requests?state=answered", admin).text()).contains(no);
    }

    @Test
    void whoeverHasNoAccountGetsACodeThatNobodyGuesses() throws Exception {
        var sent = mvc.perform(filled()).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
        assertThat(sent).matches("/requests/[A-Za-z0-9_-]{22}");
        var code = sent.substring("/requests/".length());
        assertThat(page(sent, null).text()).contains("查询码", code, "待答复");
        var no = jdbc.sql("select no from request where code = ?").params(code).query(String.class).single();
        assertThat(page("/admin/requests/" + no, admin).text()).contains("未署名").doesNotContain(code);
        mvc.perform(answer(no, "已责令退还。")).andExpect(status().is3xxRedirection());
        assertThat(page(sent, null).text()).contains("已责令退还。");

        mvc.perform(get("/requests").param("code", " " + code + " ")).andExpect(redirectedUrl(sent));
        mvc.perform(get("/requests").param("code", no)).andExpect(status().isNotFound())
                .andExpect(content().string(containsString("没有这个查询码")));
        mvc.perform(get("/requests/AAAAAAAAAAAAAAAAAAAAAA")).andExpect(status().isNotFound());
        mvc.perform(get("/requests/" + no)).andExpect(status().isNotFound());
    }

    @Test
    void theCountyFindsNothingOfIt() throws Exception {
        var request = tell(Firms.actor(firm));
        for (var role : List.of(Role.OFFICIAL, Role.COUNTY_ADMIN)) {
            for (var place : List.of("/admin/requests", "/admin/requests/" + request.no(), "/my/requests/" + request.no())) {
                mvc.perform(get(place).with(Session.as(staff(role, COUNTY)))).andExpect(status().isForbidden());
            }
        }
        assertThat(
                jdbc.sql("select county from audit_entry where subject = ?").params("request:" + request.no()).query(String.class).list())
                .containsOnlyNulls();
        mvc.perform(get("/admin/requests/" + request.no())
                .with(Session.as(new Actor(admin.accountId(), admin.login(), admin.name(), Role.PROVINCE_ADMIN, "620000"))))
                .andExpect(status().isNotFound());
        mvc.perform(get("/my/requests/" + request.no()).with(Session.as(Firms.actor(firms.complete("宁夏旁人有限公司")))))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({"demand,'',请选择遇到了什么", "demand,BRIBE,请选择遇到了什么", "county,'',请选择县区", "county,620102,请选择县区", "unit,'',请填写哪个单位",
            "matter,' ',请填写要求了什么", "day,yesterday,日期不对", "day,2999-01-01,日期不能晚于今天", "day,1969-12-31,'日期太早，最早可填 1970-01-01'",
            "phone,123,联系电话不对"})
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String field, String value, String message) throws Exception {
        var page = Jsoup.parse(mvc.perform(filled(field, value)).andExpect(status().isUnprocessableContent()).andReturn().getResponse()
                .getContentAsString());
        assertThat(page.select(".error-summary").text()).contains(message);
        assertThat(page.select(".error-summary a").eachAttr("href")).containsExactly("#" + field);
        if (!field.equals("unit")) {
            assertThat(page.select("#unit").val()).isEqualTo("某街道办");
        }
        assertThat(jdbc.sql("select count(*) from request where unit = '某街道办'").query(Integer.class).single()).isZero();
    }

    @Test
    void fromOneAddressNotMoreThanTenAreSentInAnHour() throws Exception {
        clock.set(clock.instant());
        for (int i = 0; i < 10; i++) {
            mvc.perform(filled()).andExpect(status().is3xxRedirection());
        }
        mvc.perform(filled()).andExpect(status().isTooManyRequests()).andExpect(content().string(containsString("要交三份担保书")));
        address = "from elsewhere " + UUID.randomUUID();
        mvc.perform(filled()).andExpect(status().is3xxRedirection());
    }

    @Test
    void afterAnHourMoreMayBeSent() throws Exception {
        clock.set(clock.instant());
        for (int i = 0; i < 11; i++) {
            mvc.perform(filled());
        }
        clock.set(clock.instant().plus(Duration.ofHours(1)).plusSeconds(1));
        mvc.perform(filled()).andExpect(status().is3xxRedirection());
    }

    @Test
    void theQueueIsWalkedByKeyTheOldestFirst() throws Exception {
        var sent = Stream.generate(() -> tell(null).no()).limit(53).toList();
        entities.flush();
        var seen = new ArrayList<String>();
        var place = "/admin/requests";
        while (place != null) {
            var page = page(place, admin);
            seen.addAll(page.select("tbody td:first-child").eachText());
            place = page.select("a[rel=next]").isEmpty() ? null : page.select("a[rel=next]").attr("href");
        }
        assertThat(seen).containsSubsequence(sent).doesNotHaveDuplicates();
        assertThat(page("/admin/requests", admin).select("header nav .count").text()).isNotEmpty();
    }

    @Test
    void whatStandsOnThePaperFindsARequestAndTheTableHoldsTheSameWithoutWhoToldIt() throws Exception {
        var name = "银川丽景物流（集团）有限公司（虚构）" + ThreadLocalRandom.current().nextInt(1_000_000_000);
        var teller = firms.complete(name);
        var one = tell(Firms.actor(teller));
        var other = tell(Firms.actor(firm));
        entities.flush();
        for (var typed : List.of(name, "丽景 物流 (集团) 有限公司 (虚构) " + name.replaceAll("\\D", ""), one.no().replace("-", ""),
                teller.creditCode().value().toLowerCase())) {
            var shown = page("/admin/requests?q=" + typed, admin);
            assertThat(shown.select("tbody td:first-child").eachText()).as(typed).containsExactly(one.no());
            assertThat(shown.select("main a[download]").eachAttr("href")).hasSize(2).allMatch(link -> link.contains("?q="));
        }
        assertThat(page("/admin/requests?q=某 园区管委会", admin).select("tbody").text())
                .contains(one.no(), other.no());
        var csv = table("csv", name).getContentAsString();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains(one.no(), "某园区管委会").doesNotContain(name, teller.creditCode().value());
        assertThat(Sheet.of(table("xlsx", name).getContentAsByteArray())).hasSize(2);
        assertThat(table("csv", "").getContentAsString()).contains(one.no(), other.no());
        answering.answer(admin, one.no(), "已责令改正。");
        entities.flush();
        assertThat(table("csv", name).getContentAsString().lines()).hasSize(1);
        assertThat(page("/admin/requests?state=answered&q=" + one.no(), admin).select("main a[download]").attr("href"))
                .contains("state=answered");
        assertThat(trail.of("list:requests")).filteredOn(entry -> entry.actor().equals(admin.login()))
                .extracting(entry -> entry.after().get("rows")).startsWith(1, 1);
    }

    private MockHttpServletResponse table(String kind, String q) throws Exception {
        return mvc.perform(get("/admin/requests/export." + kind).param("q", q).with(Session.as(admin))).andExpect(status().isOk())
                .andReturn()
                .getResponse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"update request set matter = 'x' where no = ?", "delete from request where no = ?",
            "update request set enterprise_id = null, code = repeat('a', 22) where no = ?"})
    void whatWasToldStays(String change) {
        var no = tell(Firms.actor(firm)).no();
        entities.flush();
        assertThatThrownBy(() -> jdbc.sql(change).params(no).update()).isInstanceOf(DataAccessException.class);
    }

    @Test
    void anAnswerStays() {
        var no = tell(null).no();
        answering.answer(admin, no, "已责令改正。");
        entities.flush();
        assertThatThrownBy(() -> jdbc.sql("update request set answer = 'x' where no = ?").params(no).update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void theWayThereStandsWhereOneMayMeetADemand() throws Exception {
        mvc.perform(get("/counties/" + COUNTY)).andExpect(content().string(containsString("/requests/new?county=" + COUNTY)));
        assertThat(page("/my", Firms.actor(firm)).select("main a[href=/requests/new]")).hasSize(1);
        var filing = received.checklist(COUNTY, "宁夏遇事有限公司", LocalDate.of(2026, 12, 1));
        entities.flush();
        var about = "main a[href='/requests/new?county=" + COUNTY + "&filing=" + filing.no() + "']";
        for (var place : List.of("", "/verification")) {
            assertThat(page("/my/filings/" + filing.no() + place, filing.actor()).select(about).text()).as(place).isNotBlank();
        }
        var token = jdbc.sql("select token from filing where id = ?").param(filing.id()).query(String.class).single();
        assertThat(page("/receipts/" + token, null).select("main a[href='/requests/new?county=" + COUNTY + "']")).hasSize(1);
        var form = page("/requests/new?county=" + COUNTY + "&filing=640104-200312-00427-8", null);
        assertThat(form.select("#county option[selected]").val()).isEqualTo(COUNTY);
        assertThat(form.select("#filing").val()).isEqualTo("640104-200312-00427-8");
        mvc.perform(get("/my/requests").with(Session.as(Firms.actor(firm)))).andExpect(content().string(containsString("还没有反映过")))
                .andExpect(content().string(not(containsString("某街道办"))));
    }

    private Request tell(Actor teller) {
        return sending.send(teller, "told " + ThreadLocalRandom.current().nextLong(), new Statement(Demand.DEPOSIT, COUNTY, "某园区管委会",
                "收取五千元保证金", LocalDate.of(2020, 3, 20), null, null));
    }

    private MockHttpServletRequestBuilder filled() {
        return filled("", "");
    }

    private MockHttpServletRequestBuilder filled(String field, String value) {
        var form = post("/requests").with(csrf()).with(from(address));
        fill(form, field, value, "demand", "PAPER_BEYOND_LIST", "county", COUNTY, "unit", "某街道办", "matter", "要交三份担保书", "day", "2020-03-01",
                "filing", "", "phone", "0951-6012345");
        return form;
    }

    private static void fill(MockHttpServletRequestBuilder form, String field, String value, String... pairs) {
        for (int at = 0; at < pairs.length; at += 2) {
            form.param(pairs[at], pairs[at].equals(field) ? value : pairs[at + 1]);
        }
    }

    private static RequestPostProcessor from(String address) {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }

    private MockHttpServletRequestBuilder answer(String no, String text) {
        return post("/admin/requests/" + no + "/answer").param("text", text).with(Session.as(admin)).with(csrf());
    }

    private Document page(String place, Actor reader) throws Exception {
        var request = get(place);
        return Jsoup.parse(mvc.perform(reader == null ? request : request.with(Session.as(reader))).andExpect(status().isOk()).andReturn()
                .getResponse().getContentAsString());
    }

    private Actor staff(Role role, String scope) {
        return accounts.open("request-" + ThreadLocalRandom.current().nextInt(1_000_000), Firms.PASSWORD, "工作人员", role, scope).actor();
    }
}
