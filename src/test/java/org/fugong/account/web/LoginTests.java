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
