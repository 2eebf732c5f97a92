package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/** What a commitment is signed with: the sign-in for a quarter of an hour, and after that the password again. */
@WebTest
@Transactional
class ProofPagesTests {

    private static final String COUNTY = "640106";
    private static final Instant NOON = Instant.parse("2020-03-19T04:00:00Z");

    @Autowired
    TestClock clock;
    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Trail trail;

    private final MockHttpSession session = new MockHttpSession();
    private Enterprise firm;

    @BeforeEach
    void aFirmSignsInAtNoon() throws Exception {
        clock.set(NOON);
        firm = firms.complete("宁夏签署有限公司");
        perform(post("/login").param("username", firm.creditCode().value()).param("password", Firms.PASSWORD));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aFreshSignInSignsWithoutThePassword() throws Exception {
        var draft = draft();
        later(14);
        var check = page(root(draft) + "/check");
        assertThat(check.select("[name=password], [name=username]")).isEmpty();
        assertThat(check.select("form[action$=submission]").text()).contains("您在 12:00 验证过身份");
        assertThat(submit(draft, "").getStatus()).isEqualTo(303);
        assertThat(proof(draft)).isEqualTo(Map.of("by", "SIGN_IN", "at", NOON.toString()));
    }

    @Test
    void afterAQuarterOfAnHourThePasswordIsAskedAndCountsForTheNextOne() throws Exception {
        var draft = draft();
        later(15);
        assertThat(page(root(draft) + "/check").select("[name=password]")).hasSize(1);
        var refused = submit(draft, "");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select(".error-summary a[href=#password]").text()).contains("请输入登录密码");
        assertThat(submit(draft, "not the password").getContentAsString()).contains("密码不对");
        assertThat(submit(draft, Firms.PASSWORD).getStatus()).isEqualTo(303);
        var typed = Map.of("by", "PASSWORD", "at", clock.instant().toString());
        assertThat(proof(draft)).isEqualTo(typed);
        var next = draft("640121");
        later(14);
        assertThat(submit(next, "").getStatus()).isEqualTo(303);
        assertThat(proof(next)).isEqualTo(typed);
    }

    @Test
    void aSignInThatLapsesWhileThePageIsReadGivesThePageBackWithTheField() throws Exception {
        var draft = draft();
        later(14);
        assertThat(page(root(draft) + "/check").select("[name=password]")).isEmpty();
        later(2);
        var back = submit(draft, "");
        assertThat(back.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(back.getContentAsString()).select("form[action$=submission] [name=password]")).hasSize(1);
    }

    @Test
    void aWrongPasswordSignsNothingThoughTheSignInIsFresh() throws Exception {
        var refused = submit(draft(), "not the password");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select("#password")).hasSize(1);
    }

    @Test
    void whoSignsForAnApplicationIsKeptWhereTheSignInHasLapsed() throws Exception {
        filed.level(COUNTY, RiskLevel.HIGH);
        var path = "/my/filings/" + filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.APPLICATION).no() + "/commitment";
        assertThat(page(path).select("[name=password]")).isEmpty();
        later(16);
        var signatory = post(path).param("signedName", "李强").param("signedRole", "厂长");
        var back = perform(signatory);
        assertThat(back.getStatus()).isEqualTo(422);
        var form = Jsoup.parse(back.getContentAsString());
        assertThat(form.select(".error-summary a[href=#password]").text()).contains("请输入登录密码");
        assertThat(form.select("#signedName").val()).isEqualTo("李强");
        assertThat(form.select("#signedRole").val()).isEqualTo("厂长");
        assertThat(perform(signatory.param("password", Firms.PASSWORD)).getStatus()).isEqualTo(303);
    }

    private long draft() {
        return draft(COUNTY);
    }

    private long draft(String county) {
        filed.level(county, RiskLevel.MEDIUM);
        return filed.complete(firm, firms.site(firm, county), FilingKind.COMMITMENT).id();
    }

    private void later(int minutes) {
        clock.advance(Duration.ofMinutes(minutes));
    }

    private static String root(long draft) {
        return "/my/drafts/" + draft;
    }

    private Object proof(long filing) {
        return trail.of("filing:" + filing).getLast().after().get("proof");
    }

    private MockHttpServletResponse submit(long draft, String password) throws Exception {
        return perform(post(root(draft) + "/submission").param("password", password));
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(perform(get(path)).getContentAsString());
    }

    private MockHttpServletResponse perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.session(session).with(csrf())).andReturn().getResponse();
    }
}
