package org.fugong.message.web;

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
import java.util.UUID;
import org.fugong.OpenedForm;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.job.DueJobs;
import org.fugong.message.Channel;
import org.fugong.message.Contact;
import org.fugong.message.Contacts;
import org.fugong.message.Language;
import org.fugong.message.MailServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Everybody says where they want to be told; an address counts once a code that was sent there has come back. */
@WebTest
class ContactPagesTests {

    private static final String PLACE = "/account/contact";

    @Autowired
    MockMvc mvc;
    @Autowired
    StaffFixtures staff;
    @Autowired
    Contacts contacts;
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

    private Actor official;
    private String domain;

    @BeforeEach
    void somebody() {
        official = staff.of(Role.OFFICIAL, "640104");
        domain = UUID.randomUUID() + ".example";
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void anAddressCountsOnceTheCodeThatWasSentThereIsTypedIn() throws Exception {
        leave("wang@" + domain).andExpect(redirectedUrl(PLACE + "/mail"));
        assertThat(mail().confirmed()).isFalse();
        type("000000x").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("验证码不对或者已经过期")));
        type(" " + code().replaceFirst("(...)", "$1 ") + " ").andExpect(redirectedUrl(PLACE)).andExpect(flash().attributeExists("done"));
        assertThat(mail().confirmed()).isTrue();
        assertThat(contacts.of(official.accountId()).language()).isEqualTo(Language.CHINESE);
        assertThat(trail.of("contact:" + official.login())).extracting(Entry::action).containsExactly("contact.changed",
                "contact.confirmed");
        assertThat(trail.of("contact:" + official.login()).toString()).doesNotContain(domain);
        mvc.perform(get(PLACE + "/mail").with(Session.as(official))).andExpect(redirectedUrl(PLACE));
    }

    @Test
    void aCodeIsRefusedAfterFiveTriesOrAQuarterOfAnHourOrOnceThereIsANewOne() throws Exception {
        leave("li@" + domain);
        var guessed = code();
        for (int i = 0; i < 5; i++) {
            type(guessed.equals("123456") ? "654321" : "123456").andExpect(status().isUnprocessableContent());
        }
        type(guessed).andExpect(status().isUnprocessableContent());

        another().andExpect(flash().attribute("done", "addressCode.sent"));
        var old = code();
        another();
        var fresh = code();
        if (!old.equals(fresh)) {
            type(old).andExpect(status().isUnprocessableContent());
        }
        clock.advance(Duration.ofMinutes(15));
        type(fresh).andExpect(status().isUnprocessableContent());
        another();
        type(code()).andExpect(redirectedUrl(PLACE));
    }

    @Test
    void nobodyIsShoweredWithCodes() throws Exception {
        leave("zhao@" + domain);
        for (int i = 0; i < 4; i++) {
            another().andExpect(flash().attribute("done", "addressCode.sent"));
        }
        another().andExpect(flash().attribute("done", "addressCode.too-many"));
        clock.advance(Duration.ofMinutes(61));
        another().andExpect(flash().attribute("done", "addressCode.sent"));
    }

    @Test
    void whoFindsAScreenLeftOpenDoesNotTurnMessagesElsewhere() throws Exception {
        var form = OpenedForm.open(mvc, official, PLACE, PLACE).type("mail", "thief@" + domain);
        form.send().andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("thief@" + domain)))
                .andExpect(content().string(containsString("请输入登录密码")));
        form.type("password", "guessed wrong").send().andExpect(status().isUnprocessableContent())
                .andExpect(content().string(not(containsString("guessed wrong"))));
        assertThat(contacts.of(official.accountId()).addresses()).isEmpty();
        // only how the known address is used needs no proof
        OpenedForm.open(mvc, official, PLACE, PLACE).type("language", "ENGLISH").send().andExpect(redirectedUrl(PLACE));
    }

    @Test
    void theAddressThatIsLeftIsToldAndTheNewOneIsConfirmedAnew() throws Exception {
        leave("old@" + domain);
        type(code());
        leave("new@" + domain).andExpect(redirectedUrl(PLACE + "/mail"));
        assertThat(mail().confirmed()).isFalse();
        jobs.run("deliveries", "frequent");
        assertThat(server.of(domain)).extracting(mail -> mail.getAllRecipients()[0].toString() + " " + mail.getContent())
                .anyMatch(text -> text.startsWith("old@") && text.contains("已经改为别处"))
                .noneMatch(text -> text.startsWith("new@") && text.contains("已经改为别处"));
    }

    @Test
    void whoeverWasOvertakenInAnotherTabIsToldWhatStandsThere() throws Exception {
        var first = OpenedForm.open(mvc, official, PLACE, PLACE);
        var second = OpenedForm.open(mvc, official, PLACE, PLACE);
        first.type("language", "ENGLISH").send().andExpect(redirectedUrl(PLACE));
        second.type("byMail", "false").send().andExpect(redirectedUrl(PLACE));
        assertThat(contacts.of(official.accountId()).language()).isEqualTo(Language.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({"mail,wang,邮箱地址不完整", "mail,wang@,邮箱地址不完整", "mail,a b@c.cn,邮箱地址不完整", "mail,王@例子,邮箱地址不完整",
            "language,FRENCH,通知"})
    void whatIsNoAddressIsSaidBesideTheField(String field, String typed, String words) throws Exception {
        OpenedForm.open(mvc, official, PLACE, PLACE).type("password", Firms.PASSWORD).type("mail", "").type(field, typed)
                .sendTo(PLACE).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(words)));
        assertThat(contacts.of(official.accountId()).version()).isZero();
    }

    @Test
    void anAdminSeesWhatDidNotArriveAndHasItSentAgain() throws Exception {
        var admin = staff.of(Role.COUNTY_ADMIN, "640104");
        leave("gone@" + domain);
        type(code());
        long id = jdbc.sql("""
                with told as (insert into notice (account_id, about, key, arguments, link, sent_at)
                    values (?, 'x', 'notice.staff.withdrawn', '["640104-200320-00001-2"]', '/desk', now()) returning id, account_id)
                insert into delivery (account_id, channel, notice_id, urgent, state, attempts, due_at, created_at, ended_at, problem)
                select account_id, 'MAIL', id, false, 'FAILED', 8, now(), now(), now(), 'UNREACHABLE' from told returning id""")
                .param(official.accountId()).query(Long.class).single();
        mvc.perform(get("/admin/deliveries").with(Session.as(admin))).andExpect(content().string(containsString(official.login())))
                .andExpect(content().string(containsString("企业撤回了 640104-200320-00001-2"))).andExpect(content().string(
                        not(containsString(domain))));
        mvc.perform(get("/admin").with(Session.as(admin))).andExpect(content().string(containsString("没有送达的通知")));
        mvc.perform(post("/admin/deliveries/" + id + "/resending").with(Session.as(admin)).with(csrf()))
                .andExpect(redirectedUrl("/admin/deliveries"));
        mvc.perform(get("/admin/deliveries").with(Session.as(admin))).andExpect(content().string(not(containsString(official.login()))));
        assertThat(trail.of("account:" + official.login())).extracting(Entry::action).contains("delivery.resent");
        jobs.run("deliveries", "frequent");
        assertThat(server.of(domain)).extracting(mail -> mail.getSubject()).anyMatch(subject -> subject.contains("640104-200320-00001-2"));
    }

    private ResultActions leave(String address) throws Exception {
        return OpenedForm.open(mvc, official, PLACE, PLACE).type("mail", address).type("password", Firms.PASSWORD).send();
    }

    private ResultActions type(String code) throws Exception {
        return mvc.perform(post(PLACE + "/mail").param("code", code).with(Session.as(official)).with(csrf()));
    }

    private ResultActions another() throws Exception {
        return mvc.perform(post(PLACE + "/mail/code").with(Session.as(official)).with(csrf()));
    }

    private Contact.Address mail() {
        return contacts.of(official.accountId()).address(Channel.MAIL).orElseThrow();
    }

    /** The code in the last mail. */
    private String code() {
        jobs.run("deliveries", "frequent");
        return server.code(domain);
    }
}
