package org.fugong.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.draw.recomputation.PublishedRecord;
import org.fugong.inspection.CheckCaps;
import org.fugong.inspection.Inspectors;
import org.fugong.inspection.Interests;
import org.fugong.inspection.PositiveList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class DrawPagesTests {

    private static final String COUNTY = "640522";
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 3);

    @Autowired
    MockMvc mvc;
    @Autowired
    DrawFixtures fixtures;
    @Autowired
    Draws draws;
    @Autowired
    Interests interests;
    @Autowired
    Inspectors inspectors;
    @Autowired
    PositiveList positiveList;
    @Autowired
    CheckCaps caps;
    @Autowired
    StaffFixtures staff;
    @Autowired
    TestClock clock;

    private Actor official;
    private Actor admin;

    @BeforeEach
    void aCountyWithInspectors() {
        clock.set(Instant.parse("2027-03-03T01:00:00Z"));
        official = fixtures.county(COUNTY).getFirst();
        admin = staff.of(Role.COUNTY_ADMIN, COUNTY);
    }

    @AfterEach
    void theTimeGoesOn() {
        clock.reset();
    }

    private MockHttpServletResponse ask(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        var response = mvc.perform((actor == null ? request : request.with(Session.as(actor))).with(csrf())).andReturn().getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private static MockHttpServletRequestBuilder announcing(String amount) {
        return post("/desk/draws").param("value.1", "").param("amount.1", amount).param("departments", "GENERAL").param("tickets", "2")
                .param("day", "2027-03-05").param("clock", "10:00");
    }

    @Test
    void whatIsRefusedStaysAsItWasTyped() throws Exception {
        fixtures.checked(COUNTY, "海原演示有限公司");
        for (var amount : new String[]{"200%", "0%", "0", "x", "1.234%", "2", ""}) {
            var response = ask(announcing(amount), official);
            assertThat(response.getStatus()).as(amount).isEqualTo(422);
            assertThat(response.getContentAsString()).contains("id=\"amount.1-error\"", "value=\"" + amount + "\"", "checked");
        }
        assertThat(ask(announcing("200%"), official).getContentAsString()).contains("比例不能超过 100%");
        assertThat(ask(announcing("2"), official).getContentAsString()).contains("只有 1 家");
    }

    @Test
    void whatIsPublicBeforeItsTimeIsTheRuleAndTheHashes() throws Exception {
        fixtures.checked(COUNTY, "海原演示有限公司");
        var address = ask(announcing("100%"), official).getRedirectedUrl();
        var draw = draws.findByNo(address.substring(address.lastIndexOf('/') + 1)).orElseThrow();
        var page = ask(get("/draws/" + draw.no()), null).getContentAsString();
        assertThat(page).contains(draw.poolHash(), draw.seedHash(), "已公布").doesNotContain("record.tsv", "海原演示有限公司");
        assertThat(ask(get("/draws/" + draw.no() + "/record.tsv"), null).getStatus()).isEqualTo(404);
        assertThat(ask(get("/draws/" + draw.no() + "/pool.tsv"), null).getStatus()).isEqualTo(404);
        assertThat(ask(get("/draws"), null).getContentAsString()).contains(draw.no());

        clock.set(draw.revealAt());
        fixtures.reveal(draw);
        var record = ask(get("/draws/" + draw.no() + "/record.tsv"), null).getContentAsByteArray();
        assertThat(PublishedRecord.verify(new ByteArrayInputStream(record)))
                .isEqualTo(new PublishedRecord.Verdict(draw.no(), 1, 1, 0, ""));
        assertThat(ask(get("/draws/" + draw.no()), null).getContentAsString()).contains("海原演示有限公司", "record.tsv", "I000")
                .doesNotContain("工作人员");
        assertThat(ask(get("/desk/draws/" + draw.no()), official).getContentAsString()).contains("工作人员", "/desk/verifications/");
    }

    @Test
    void withoutAReasonNothingIsCancelled() throws Exception {
        fixtures.checked(COUNTY, "海原演示有限公司");
        var draw = fixtures.announced(official, DrawFixtures.rule(1));
        assertThat(ask(post("/desk/draws/" + draw.no() + "/cancellation").param("reason", " "), official).getStatus()).isEqualTo(422);
        assertThat(ask(post("/desk/draws/" + draw.no() + "/cancellation").param("reason", "范围错了"), official).getRedirectedUrl())
                .isEqualTo("/desk/draws/" + draw.no());
        assertThat(ask(get("/draws/" + draw.no()), null).getContentAsString()).contains("已取消", "范围错了");
        var late = ask(post("/desk/draws/" + draw.no() + "/cancellation").param("reason", "再取消"), official);
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("已经取消了");
    }

    @Test
    void anInterestIsDeclaredByCodeOrNameAndWithdrawn() throws Exception {
        assertThat(ask(post("/desk/interests").param("kind", "FIRM").param("subject", "某某有限公司"), official).getContentAsString())
                .contains("这不是统一社会信用代码", "某某有限公司");
        ask(post("/desk/interests").param("kind", "LEGAL_REPRESENTATIVE").param("subject", "马建国"), official);
        assertThat(ask(get("/desk/interests"), official).getContentAsString()).contains("马建国");
        ask(post("/desk/interests/" + interests.of(official).getFirst().id() + "/withdrawal"), official);
        assertThat(interests.of(official)).isEmpty();
    }

    @Test
    void theAdminKeepsCredentialsEachNumberOnce() throws Exception {
        var id = staff.of(Role.OFFICIAL, COUNTY).accountId();
        assertThat(ask(post("/admin/inspectors/" + id).param("no", "宁执法0001").param("until", "2028-01-01").param("seen", "-1"), admin)
                .getRedirectedUrl()).isEqualTo("/admin/inspectors");
        assertThat(inspectors.of(admin, id).able(TODAY)).isTrue();
        assertThat(inspectors.of(admin, id).able(LocalDate.of(2028, 1, 2))).isFalse();
        assertThat(ask(post("/admin/inspectors/" + id).param("no", "宁执法0002").param("until", "2028-01-01").param("seen", "-1"), admin)
                .getStatus()).isEqualTo(409);
        assertThat(ask(post("/admin/inspectors/" + id).param("no", "1").param("until", "x").param("seen", "0"), admin)
                .getContentAsString()).contains("证号至少", "请选择有效期的最后一天", "value=\"x\"");
    }

    @Test
    void theAdminKeepsThePositiveListAndTheCap() throws Exception {
        var firm = fixtures.checked(COUNTY, "海原保供有限公司").firm();
        var put = post("/admin/positive-list").param("code", firm.creditCode().value()).param("group", "LIVELIHOOD").param("note", "保供");
        assertThat(ask(put.param("until", "2027-03-02"), admin).getContentAsString()).contains("不能早于今天", "保供");
        ask(post("/admin/positive-list").param("code", firm.creditCode().value()).param("group", "LIVELIHOOD").param("note", "保供")
                .param("until", "2027-03-03"), admin);
        var listed = positiveList.page(admin, Long.MAX_VALUE, 2).getFirst();
        assertThat(listed.holds(TODAY)).isTrue();
        assertThat(listed.holds(TODAY.plusDays(1))).isFalse();
        assertThat(ask(post("/admin/positive-list/" + listed.id() + "/end").param("seen", "9"), admin).getStatus()).isEqualTo(409);
        ask(post("/admin/positive-list/" + listed.id() + "/end").param("seen", "0"), admin);
        assertThat(ask(get("/admin/positive-list"), admin).getContentAsString()).contains("移出", "海原保供有限公司");
        assertThat(ask(post("/admin/positive-list/cap").param("perYear", "13").param("seen", "-1"), admin).getContentAsString())
                .contains("请写 1 到 12 的整数", "value=\"13\"");
        ask(post("/admin/positive-list/cap").param("perYear", "1").param("seen", "-1"), admin);
        assertThat(caps.of(COUNTY).perYear()).isEqualTo(1);
    }
}
