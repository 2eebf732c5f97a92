package org.fugong.enterprise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.authenticated;
import static org.springframework.security.test.web.servlet.response.SecurityMockMvcResultMatchers.unauthenticated;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Accounts;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Firms;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@WebTest
class RegistrationPagesTests {

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    Enterprises enterprises;
    @Autowired
    Accounts accounts;

    @Test
    void whoRegistersIsSignedInAndGoesOnWithTheProfile() throws Exception {
        var code = Firms.code();
        mvc.perform(form("统一社会信用代码：" + code.value().toLowerCase().replaceAll("(.{4})", "$1-") + "。")).andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/my/enterprise"))
                .andExpect(authenticated().withAuthenticationName(code.value()).withRoles("ENTERPRISE"));
        assertThat(enterprises.existsByCreditCode(code)).isTrue();
    }

    @Test
    void aPhoneIsKeptInOneFormAndShownAsPeopleWriteIt() throws Exception {
        var code = Firms.code();
        mvc.perform(form(code.value()).with(request -> {
            request.setParameter("phone", "+86(0)951-1234567 （8001）");
            return request;
        })).andExpect(redirectedUrl("/my/enterprise"));
        var firm = enterprises.findByAccountId(accounts.findByLogin(code.value()).orElseThrow().id()).orElseThrow();
        assertThat(firm.phone().value()).isEqualTo("0951-1234567-8001");
        var page = mvc.perform(get("/my/enterprise").with(Session.as(Firms.actor(firm)))).andReturn().getResponse().getContentAsString();
        assertThat(Jsoup.parse(page).select("#phone").val()).isEqualTo("0951-1234567 转 8001");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"zh|手边准备|营业执照|联系人姓名和电话|所属行业|拟复工人数|约 20 分钟",
            "en|What to have at hand|business licence|phone of a contact|industry|planned staff|about 20 minutes"})
    void whoeverComesToRegisterReadsWhatToHaveAtHandAndHowLongItTakes(String language, String heading, String licence, String contact,
            String profile, String plan, String time) throws Exception {
        var page = mvc.perform(get("/register").param("lang", language)).andReturn().getResponse().getContentAsString();
        assertThat(Jsoup.parse(page).select("section.sheet:has(h2:contains(" + heading + "))").text())
                .contains(licence, contact, profile, plan, time);
    }

    @Test
    void whoWantedAnotherPageGoesOnThere() throws Exception {
        var remembered = mvc.perform(get("/my/filings/new?site=1")).andExpect(redirectedUrl("/login"))
                .andReturn().getResponse().getCookies();
        mvc.perform(form(Firms.code().value()).cookie(remembered)).andExpect(redirectedUrl("/my/filings/new?site=1"));
    }

    @Test
    void aRegisteredCodeIsToldSoAndShownTheWay() throws Exception {
        var firm = firms.registered("宁夏先到有限公司");
        mvc.perform(form(firm.creditCode().value())).andExpect(status().isUnprocessableContent())
                .andExpect(unauthenticated())
                .andExpect(content().string(allOf(containsString("已经注册"), containsString("96168"), containsString("备案窗口"))))
                .andExpect(content().string(not(containsString("宁夏先到有限公司"))));
        mvc.perform(post("/register/credit-code").with(csrf()).param("creditCode", firm.creditCode().value())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("已经注册"), containsString("href=\"/login\""))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "9144|已输入 4 个字符", "91440300I922038216|第 9 个字符“I”有误：代码里没有这个字母，可能是“1”", "91440300#922038216|第 9 个字符“#”有误",
            "914403001922038217|校验位对不上", "9144030019220382166|现在是 19 个", "914403001922038216|代码正确", "91640100000000001L|请再对照一次营业执照",
            "110105199003070439|像是居民身份证号码", "000000000000000000|不会以“00”开头", "640104200012345|15 位数字像是旧的注册号", "12345678-9|像是 9 位的组织机构代码",
            "914403001|已输入 9 个字符", "914403001922038|已输入 15 个字符", "9144-0300-1|已输入 9 个字符", "税号：914403001922038216。|代码正确"})
    void theCodeIsCheckedWhileItIsTyped(String typed, String told) throws Exception {
        mvc.perform(post("/register/credit-code").with(csrf()).param("creditCode", typed)).andExpect(status().isOk())
                .andExpect(content().string(containsString(told)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"91440300O922038216|it may be &quot;0&quot;",
            "11010519491231002X|looks like a citizen&#39;s ID number",
            "000000000000000000|begins with &quot;00&quot;", "640104200012345|an old registration number",
            "640104200012345|below the national emblem", "12345678-9|an organisation code of 9 characters",
            "12345678-9|the hotline 96168 helps"})
    void theAdviceIsGivenInEnglishToo(String typed, String told) throws Exception {
        mvc.perform(post("/register/credit-code").with(csrf()).param("creditCode", typed).param("lang", "en"))
                .andExpect(content().string(containsString(told)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "creditCode|914403001922038217|校验位对不上", "creditCode|9144|现在是 4 个", "creditCode||请填写统一社会信用代码",
            "creditCode|11010519491231002X|像是居民身份证号码", "creditCode|000000000000000000|企业是 91，个体工商户是 92",
            "creditCode|640104200012345|国徽下方，也可以在 www.gsxt.gov.cn 按企业名称查到；找不到请联系县区备案窗口，或拨打 96168",
            "creditCode|12345678-9|国徽下方，也可以在 www.gsxt.gov.cn 按企业名称查到；找不到请联系县区备案窗口，或拨打 96168",
            "phone|123|请填写能拨通的电话", "password|short|密码至少 10 个字符", "password|密密密密密密密密密密密密密密密密密密密密密密密密密|密码至少 10 个字符",
            "name|'   '|请填写企业名称", "name|'​　 '|请填写企业名称"})
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String field, String typed, String told) throws Exception {
        var page = mvc.perform(form(Firms.code().value()).with(request -> {
            request.setParameter(field, typed == null ? "" : typed);
            return request;
        })).andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString();
        var document = Jsoup.parse(page);
        assertThat(document.select(".error-summary a[href=#" + field + "]").text()).contains(told);
        assertThat(document.select("#" + field + "-error").text()).contains(told);
        assertThat(document.select("#contact").val()).isEqualTo("王芳");
        assertThat(document.select("#password").val()).isEmpty();
    }

    @Test
    void thePasswordCannotBeTheCode() throws Exception {
        var code = Firms.code();
        mvc.perform(form(code.value()).with(request -> {
            request.setParameter("password", code.value().toLowerCase());
            return request;
        })).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("密码不能与统一社会信用代码相同")));
    }

    static String[] bad() {
        return new String[]{"\u0000", "a\u0001b", "\ud800", "\u202egnp", "x".repeat(10_000), "😀".repeat(200), "\uffff", "<script>",
                "'; drop table enterprise; --"};
    }

    @ParameterizedTest
    @MethodSource("bad")
    void oddTextInAnyFieldIsAnsweredWithAPage(String odd) throws Exception {
        for (var field : new String[]{"creditCode", "name", "legalRepresentative", "contact", "phone", "password"}) {
            var status = mvc.perform(form(Firms.code().value()).with(request -> {
                request.setParameter(field, odd);
                return request;
            })).andReturn().getResponse().getStatus();
            assertThat(status).as(field).isIn(422, 302, 303);
        }
        mvc.perform(post("/register/credit-code").with(csrf()).param("creditCode", odd)).andExpect(status().isOk());
    }

    @ParameterizedTest
    @ValueSource(strings = {"name[0]", "name.x", "creditCode.value", "class.module.classLoader", "."})
    void namesThatTheFormDoesNotHaveAreNotRead(String invented) throws Exception {
        mvc.perform(post("/register").with(csrf()).param(invented, "x").param("contact", "王芳")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("王芳")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"name[999999999]", "name[", "[]"})
    void namesThatNoFormHasAreRefused(String forged) throws Exception {
        mvc.perform(post("/register").with(csrf()).param(forged, "x")).andExpect(status().isBadRequest());
    }

    @Test
    void anEmptyFormNamesAllSixFieldsInTheirOrder() throws Exception {
        var page = mvc.perform(post("/register").with(csrf())).andExpect(status().isUnprocessableContent())
                .andReturn().getResponse().getContentAsString();
        assertThat(Jsoup.parse(page).select(".error-summary a").eachAttr("href"))
                .containsExactly("#creditCode", "#name", "#legalRepresentative", "#contact", "#phone", "#password");
    }

    @Test
    void whoIsSignedInIsNotAskedToRegister() throws Exception {
        mvc.perform(get("/register").with(Session.as(Firms.actor(firms.registered("宁夏在线有限公司"))))).andExpect(redirectedUrl("/my"));
    }

    private static MockHttpServletRequestBuilder form(String code) {
        return post("/register").with(csrf()).param("creditCode", code).param("name", "宁夏测试有限公司")
                .param("legalRepresentative", "马建国").param("contact", "王芳").param("phone", "0951-6012345")
                .param("password", Firms.PASSWORD);
    }
}
