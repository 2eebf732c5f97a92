package org.fugong.account.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class LoginTests {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;

    @Test
    void aRightPasswordLeadsToTheHomeOfTheRole() throws Exception {
        opening.open("official-1", PASSWORD, "工作人员", Role.OFFICIAL, "640104");
        mvc.perform(post("/login").param("username", " Official-1 ").param("password", PASSWORD).with(csrf()))
                .andExpect(redirectedUrl("/desk/filings"));
    }

    @Test
    void aWrongPasswordKeepsTheNameAndSaysWhatIsWrong() throws Exception {
        opening.open("official-2", PASSWORD, "工作人员", Role.OFFICIAL, "640104");
        mvc.perform(post("/login").param("username", "official-2").param("password", "wrong password").with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("用户名或密码不对")))
                .andExpect(content().string(containsString("value=\"official-2\"")))
                .andExpect(content().string(not(containsString("wrong password"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"91640104MA7LOG0012", " 91640104ma7log0012 ", "9164 0104 MA7L OG00 12", "统一社会信用代码：91640104MA7LOG0012",
            "税号:91640104-MA7LOG001-2", "91640104MA7LOG0012，", "９１６４０１０４ＭＡ７ＬＯＧ００１２。"})
    void aCreditCodeIsReadAsItIsCopied(String typed) throws Exception {
        opening.open("91640104MA7LOG0012", PASSWORD, "宁夏登录有限公司", Role.ENTERPRISE, null);
        mvc.perform(post("/login").param("username", typed).param("password", PASSWORD).with(csrf())).andExpect(redirectedUrl("/my"));
    }

    @ParameterizedTest
    @CsvSource({"11010519491231002X, 像是居民身份证号码", "000000000000000000, 不会以“00”开头", "640104200012345, 像是旧的注册号",
            "12345678-9, 像是 9 位的组织机构代码", "914403001922038217, 校验位对不上", "9144030019220382, 现在是 16 个"})
    void aNumberThatIsNoCreditCodeIsToldWhatItLooksLike(String typed, String told) throws Exception {
        mvc.perform(post("/login").param("username", typed).param("password", PASSWORD).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(told)))
                .andExpect(content().string(containsString("id=\"username-error\"")))
                .andExpect(content().string(containsString("value=\"" + typed + "\"")))
                .andExpect(content().string(not(containsString("用户名或密码不对"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"914403001922038216", "xingqing-admin-9"})
    void aNameThatMayBeSomebodysIsOnlySaidNotToFit(String typed) throws Exception {
        mvc.perform(post("/login").param("username", typed).param("password", "wrong").with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("用户名或密码不对")));
    }

    @Test
    void afterTenFailuresEvenTheRightPasswordWaits() throws Exception {
        opening.open("official-3", PASSWORD, "工作人员", Role.OFFICIAL, "640104");
        for (int i = 0; i < 10; i++) {
            mvc.perform(post("/login").param("username", "official-3").param("password", "wrong").with(csrf()))
                    .andExpect(status().isUnprocessableContent());
        }
        mvc.perform(post("/login").param("username", "official-3").param("password", PASSWORD).with(csrf()))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    void aClosedSpaceAsksToSignIn() throws Exception {
        mvc.perform(get("/desk/filings")).andExpect(redirectedUrl("/login"));
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        mvc.perform(post("/login").param("username", "x").param("password", "y")).andExpect(status().isForbidden());
    }
}
