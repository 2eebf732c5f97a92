package org.fugong.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.SignIn;
import org.fugong.account.Staff;
import org.fugong.account.StaffFixtures;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.job.DueJobs;
import org.fugong.message.Channel;
import org.fugong.message.Contacts;
import org.fugong.message.Inbox;
import org.fugong.message.Language;
import org.fugong.message.MailServer;
import org.fugong.message.SentNotice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A forgotten password is set anew by a code or at the desk, and nobody learns from it which accounts there are. */
@WebTest
class PasswordResetTests {

    private static final String NEW = "a quite new password";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    StaffFixtures staff;
    @Autowired
    Staff kept;
    @Autowired
    Contacts contacts;
    @Autowired
    SignIn signIn;
    @Autowired
    Inbox inbox;
    @Autowired
    MailServer server;
    @Autowired
    DueJobs jobs;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    private Actor owner;
    private String domain;

    @BeforeEach
    void somebodyWithAnAddress() {
        owner = staff.of(Role.OFFICIAL, "640104");
        domain = UUID.randomUUID() + ".example";
        leave(owner, true);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void thePasswordIsSetByTheCodeOnceAndItsOwnerIsTold() throws Exception {
        var browser = ask(owner.login());
        var code = code();
        set(browser, code, NEW, "another").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("两次输入的新密码不一样"))).andExpect(content().string(not(containsString(NEW))));
        set(browser, code, "short", "short").andExpect(status().isUnprocessableContent());
        set(browser, code, NEW, NEW).andExpect(redirectedUrl("/login")).andExpect(flash().attribute("done", "recovery.done"));
        assertThat(signIn.check(owner.login(), NEW)).isPresent();
        assertThat(signIn.check(owner.login(), Firms.PASSWORD)).isEmpty();
        assertThat(inbox.foremost(owner, 9)).extracting(SentNotice::key).containsExactly("notice.password-changed");
        assertThat(trail.of("account:" + owner.login())).extracting(Entry::action).contains("account.password-changed");
        jobs.run("deliveries", "frequent");
        assertThat(server.of(domain)).extracting(mail -> mail.getContent().toString()).anyMatch(text -> text.contains("您的登录密码已经修改"));

        var again = new MockHttpSession();
        again.setAttribute("password-reset", asked());
        set(again, code, "yet another password", "yet another password").andExpect(status().isUnprocessableContent());
        assertThat(signIn.check(owner.login(), NEW)).isPresent();
    }

    @Test
    void whetherThereIsAnAccountIsNotToBeSeen() throws Exception {
        var closed = staff.of(Role.OFFICIAL, "640104");
        leave(closed, true);
        var admin = staff.of(Role.PROVINCE_ADMIN, "640000");
        kept.close(admin, closed.accountId(), kept.of(admin, closed.accountId()).version());
        var unconfirmed = staff.of(Role.OFFICIAL, "640104");
        leave(unconfirmed, false);
        var silent = staff.of(Role.OFFICIAL, "640104");
        var shown = page(ask(owner.login()));
        for (var login : new String[]{"nobody-" + owner.accountId(), closed.login(), unconfirmed.login(), silent.login()}) {
            var browser = ask(login);
            assertThat(page(browser)).as(login).isEqualTo(shown);
            jobs.run("password-resets", "frequent");
            set(browser, "000000", NEW, NEW).andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("验证码不对或者已经过期")));
            assertThat(jdbc.sql("select count(*) from password_reset where login = ? and code_hash is not null").param(login)
                    .query(Integer.class).single()).as(login).isZero();
        }
    }

    @Test
    void aCodeIsRefusedAfterFiveTriesOrAQuarterOfAnHourOrInAnotherBrowser() throws Exception {
        var browser = ask(owner.login());
        var code = code();
        for (int i = 0; i < 5; i++) {
            set(browser, code.equals("123456") ? "654321" : "123456", NEW, NEW).andExpect(status().isUnprocessableContent());
        }
        set(browser, code, NEW, NEW).andExpect(status().isUnprocessableContent());

        var late = ask(owner.login());
        var second = code();
        set(new MockHttpSession(), second, NEW, NEW).andExpect(redirectedUrl("/password-reset"));
        clock.advance(Duration.ofMinutes(15));
        set(late, second, NEW, NEW).andExpect(status().isUnprocessableContent());
        assertThat(signIn.check(owner.login(), Firms.PASSWORD)).isPresent();
    }

    @Test
    void anAccountThatWasClosedMeanwhileIsNotSaidToHaveANewPassword() throws Exception {
        var browser = ask(owner.login());
        var code = code();
        var admin = staff.of(Role.PROVINCE_ADMIN, "640000");
        kept.close(admin, owner.accountId(), kept.of(admin, owner.accountId()).version());
        set(browser, code, NEW, NEW).andExpect(status().isUnprocessableContent());
        assertThat(trail.of("account:" + owner.login())).extracting(Entry::action).doesNotContain("account.password-changed");
    }

    @Test
    void nobodyIsShoweredWithCodes() throws Exception {
        for (int i = 0; i < 5; i++) {
            ask(owner.login());
        }
        asking(new MockHttpSession(), owner.login()).andExpect(status().isTooManyRequests())
                .andExpect(content().string(containsString("找回密码的次数太多了")));
        asking(new MockHttpSession(), "").andExpect(status().isUnprocessableContent());
    }

    @Test
    void atTheDeskAFirmGetsANewPasswordThatIsShownOnce() throws Exception {
        var firm = firms.complete("宁夏忘记密码有限公司");
        firms.site(firm, "640104");
        desk(owner, firm, "").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("请先核对证件")));
        var handed = (String) desk(owner, firm, "true").andExpect(redirectedUrl("/desk/firm-passwords")).andReturn()
                .getFlashMap().get("password");
        assertThat(signIn.check(firm.creditCode().value(), handed)).isPresent();
        mvc.perform(get("/desk/firm-passwords").with(Session.as(owner))).andExpect(content().string(not(containsString(handed))));
        assertThat(inbox.foremost(Firms.actor(firm), 9)).extracting(SentNotice::key).containsExactly("notice.password-changed");
        assertThat(trail.of("account:" + firm.creditCode().value())).filteredOn(entry -> entry.action().equals("account.password-changed"))
                .extracting(Entry::actor).containsExactly(owner.login());
    }

    @Test
    void aFirmOfAnotherCountyIsNotFoundAtTheDesk() throws Exception {
        var firm = firms.complete("宁夏别县有限公司");
        firms.site(firm, "640105");
        mvc.perform(get("/desk/firm-passwords").param("code", firm.creditCode().value()).with(Session.as(owner)))
                .andExpect(content().string(containsString("本县区没有这个信用代码的企业"))).andExpect(content().string(
                        not(containsString("宁夏别县有限公司"))));
        desk(owner, firm, "true").andExpect(status().isUnprocessableContent());
        assertThat(signIn.check(firm.creditCode().value(), Firms.PASSWORD)).isPresent();
    }

    private ResultActions desk(Actor official, Enterprise firm, String checked) throws Exception {
        return mvc.perform(post("/desk/firm-passwords").param("code", firm.creditCode().value()).param("checked", checked)
                .with(Session.as(official)).with(csrf()));
    }

    private MockHttpSession ask(String login) throws Exception {
        var browser = new MockHttpSession();
        asking(browser, login).andExpect(redirectedUrl("/password-reset/code"));
        return browser;
    }

    private ResultActions asking(MockHttpSession browser, String login) throws Exception {
        var from = "2001:db8::" + Long.toHexString(owner.accountId());
        return mvc.perform(post("/password-reset").param("username", login).session(browser).with(csrf()).with(request -> {
            request.setRemoteAddr(from);
            return request;
        }));
    }

    private ResultActions set(MockHttpSession browser, String code, String password, String repeat) throws Exception {
        return mvc.perform(post("/password-reset/code").param("code", code).param("password", password).param("repeat", repeat)
                .session(browser).with(csrf()));
    }

    private String page(MockHttpSession browser) throws Exception {
        return mvc.perform(get("/password-reset/code").session(browser)).andReturn().getResponse().getContentAsString()
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private UUID asked() {
        return jdbc.sql("select id from password_reset where login = ? order by asked_at desc limit 1").param(owner.login())
                .query(UUID.class).single();
    }

    private String code() {
        jobs.run("password-resets", "frequent");
        jobs.run("deliveries", "frequent");
        return server.code(domain);
    }

    private void leave(Actor actor, boolean confirmed) {
        var wishes = new EnumMap<Channel, Contacts.Wish>(Map.of(Channel.MAIL, new Contacts.Wish(actor.login() + "@" + domain, true)));
        contacts.change(actor, 0, Language.CHINESE, wishes);
        if (confirmed) {
            jdbc.sql("update contact_address set confirmed_at = now() where account_id = ?").param(actor.accountId()).update();
        }
    }
}
