package org.fugong.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import org.fugong.WebTest;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Sites;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A session that has gone in the middle costs a sign-in, and nothing that was typed. */
@WebTest
class SessionGoneTests {

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    Sites sites;

    @Test
    void aFormSentWithoutASessionIsDoneAfterSigningIn() throws Exception {
        var firm = firms.complete("宁夏会话有限公司");
        var session = new MockHttpSession();
        mvc.perform(site(session, firm).with(csrf())).andExpect(redirectedUrl("/login"));
        mvc.perform(get(signIn(session, firm)).session(session)).andExpect(status().isSeeOther());
        assertThat(sites.of(firm)).singleElement().satisfies(site -> assertThat(site.address()).isEqualTo("工业路9号"));
    }

    @Test
    void aFormAsLongAsAWholeConditionIsKept() throws Exception {
        var firm = firms.complete("宁夏长文有限公司");
        var session = new MockHttpSession();
        mvc.perform(post("/my/enterprise/sites/new").session(session).cookie(new Cookie("last", String.valueOf(firm.accountId())))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content("name=a&address=b&county=640104&more=" + "%E5%BE%88".repeat(9_000)).with(csrf()))
                .andExpect(redirectedUrl("/login"));
        mvc.perform(get(signIn(session, firm)).session(session)).andExpect(status().isSeeOther());
        assertThat(sites.of(firm)).hasSize(1);
    }

    @Test
    void aFormThatAnotherLeftBehindIsNotDone() throws Exception {
        var firm = firms.complete("宁夏先来有限公司");
        var next = firms.complete("宁夏后到有限公司");
        var session = new MockHttpSession();
        mvc.perform(site(session, firm).with(csrf())).andExpect(redirectedUrl("/login"));
        assertThat(signIn(session, next).getPath()).isEqualTo("/my");
        mvc.perform(get("/my/enterprise/sites/new?continue").session(session)).andExpect(status().isOk());
        assertThat(sites.of(next)).isEmpty();
    }

    @Test
    void aFormWithAPasswordIsNotKept() throws Exception {
        var firm = firms.complete("宁夏密码有限公司");
        var session = new MockHttpSession();
        mvc.perform(site(session, firm).param("password", "secret secret").with(csrf())).andExpect(redirectedUrl("/login"));
        assertThat(signIn(session, firm).getPath()).isEqualTo("/my");
    }

    @Test
    void aFormWithoutItsTokenIsNotDoneAfterSigningIn() throws Exception {
        var firm = firms.complete("宁夏伪造有限公司");
        var session = new MockHttpSession();
        mvc.perform(site(session, firm)).andExpect(status().isForbidden());
        assertThat(signIn(session, firm).getPath()).isEqualTo("/my");
        assertThat(sites.of(firm)).isEmpty();
    }

    @Test
    void aFieldThatSavesItselfIsToldThatTheSessionHasGone() throws Exception {
        mvc.perform(post("/my/enterprise/sites/new").header("HX-Request", "true").with(csrf()))
                .andExpect(status().isUnauthorized());
    }

    private static MockHttpServletRequestBuilder site(MockHttpSession session, Enterprise firm) {
        return post("/my/enterprise/sites/new").session(session).cookie(new Cookie("last", String.valueOf(firm.accountId())))
                .param("name", "二厂").param("address", "工业路9号").param("county", "640104");
    }

    private URI signIn(MockHttpSession session, Enterprise firm) throws Exception {
        return URI.create(mvc.perform(post("/login").session(session).with(csrf())
                .param("username", firm.creditCode().value()).param("password", Firms.PASSWORD))
                .andReturn().getResponse().getRedirectedUrl());
    }
}
