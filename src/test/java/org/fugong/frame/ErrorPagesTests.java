package org.fugong.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import java.util.Locale;
import java.util.UUID;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.ui.ExtendedModelMap;

/** An act that was overtaken leads back to the page it came from, and never to another site. */
@WebTest
class ErrorPagesTests {

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening accounts;
    @Autowired
    ErrorPages pages;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://localhost/admin/lists/2?a=1    | /admin/lists/2?a=1
            http://evil.example/admin/lists/2     | /admin/lists/2/items/C01/position
            http://localhost//evil.example        | /admin/lists/2/items/C01/position
            not an address                        | /admin/lists/2/items/C01/position
            """)
    void whatWasOvertakenLeadsBackToItsPage(String from, String again) throws Exception {
        mvc.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 409).requestAttr(RequestDispatcher.ERROR_METHOD, "POST")
                .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/admin/lists/2/items/C01/position").header("Referer", from)
                .param("lock", "77").param("direction", "down").param("why", "写了很久的话"))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("href=\"" + again + "\"")))
                .andExpect(content().string(containsString("写了很久的话")))
                .andExpect(content().string(not(containsString(">77</dd>"))))
                .andExpect(content().string(not(containsString(">down</dd>"))));
    }

    @ParameterizedTest
    @CsvSource({"/my/drafts/7/plan, responsible, 复工负责人", "/my/drafts/7/plan, phone, 24 小时联系电话", "/my/enterprise, phone, 联系电话",
            "/my/enterprise, contact, 联系人", "/my/enterprise/sites/7, park, 所在园区", "/my/drafts/7/conditions/C, C01, C01 口罩",
            "/my/drafts/7/conditions/C, C01-owed, C01 口罩", "/my/drafts/7/facts, has_canteen, 是否有食堂",
            "/my/drafts/7/commitment, signedRole, 签署人职务",
            // the same name in other forms: each by its own
            "/my/enterprise, name, 企业名称", "/my/enterprise/sites/7, name, 场所名称", "/admin/accounts/7/assignment, name, 姓名或岗位",
            "/admin/holidays/2031/days, name, 节日名称", "/admin/holidays/2031/days, kind, 安排", "/admin/lists/7/examples/0, name, 名称",
            "/admin/holidays/2031, notice, 依据文件", "/admin/risk-levels/640104/changes, notice, 依据文件",
            "/admin/requests/640000-00001/answer, text, 书面答复", "/desk/verifications/7/results, text, 给企业的要求",
            "/desk/verifications/7/return, reason, 还差什么", "/my/filings/7/verification, text, 整改情况",
            "/admin/lists/7/publication/request, reason, 原因", "/desk/applications/7/refusal, reason.C01, C01",
            "/admin/adaptations/MEDIUM/revisions, C01.days, C01",
            // a name that several forms have, and none of them is this one's
            "/my/nowhere, name, 其他"})
    void eachTextThatIsRescuedStandsBesideTheLabelOfItsField(String path, String field, String label) throws Exception {
        var page = Jsoup.parse(mvc.perform(get("/error").requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 404)
                .requestAttr(RequestDispatcher.ERROR_METHOD, "POST").requestAttr(RequestDispatcher.ERROR_REQUEST_URI, path)
                .param(field, "写了很久的话").param("seen." + field, "0.0").param("account", "91640104DEM000014B"))
                .andReturn().getResponse().getContentAsString());
        assertThat(page.select("main dt").text()).startsWith(label);
        assertThat(page.select("main dd").eachText()).containsExactly("写了很久的话");
    }

    @ParameterizedTest
    @CsvSource({"60, 429-saves", ", 429"})
    void tooManySavesAreToldApartFromTooManyPasswords(String wait, String kind) {
        var request = new MockHttpServletRequest("GET", "/error");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, 429);
        var response = new MockHttpServletResponse();
        if (wait != null) {
            response.setHeader("Retry-After", wait);
        }
        var model = new ExtendedModelMap();
        pages.error(request, response, model, Locale.SIMPLIFIED_CHINESE);
        assertThat(model.get("kind")).isEqualTo(kind);
    }

    @Test
    void whoIsSignedInNowIsSaidByName() throws Exception {
        var official = accounts
                .open("official-" + UUID.randomUUID().toString().substring(0, 8), "a long password of an official", "兴庆区工作人员",
                        Role.OFFICIAL, "640104")
                .actor();
        mvc.perform(post("/my/drafts/7/plan").with(csrf()).with(Session.as(official)).param("account", "91640104DEM000014B"))
                .andExpect(status().isForbidden());
        mvc.perform(get("/error").with(Session.as(official)).requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                .requestAttr(RequestDispatcher.ERROR_METHOD, "POST").requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/my/drafts/7/plan")
                .param("account", "91640104DEM000014B")).andExpect(content().string(containsString("现在登录的是“兴庆区工作人员”")));
    }
}
