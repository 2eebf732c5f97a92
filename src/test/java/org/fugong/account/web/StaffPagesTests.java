package org.fugong.account.web;

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

import java.util.ArrayList;
import java.util.regex.Pattern;
import org.fugong.OpenedForm;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Account;
import org.fugong.account.AccountOpening;
import org.fugong.account.Accounts;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.SignIn;
import org.fugong.audit.Trail;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class StaffPagesTests {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    Accounts accounts;
    @Autowired
    SignIn signIn;
    @Autowired
    Trail trail;

    private Actor admin;
    private Account official;

    @BeforeEach
    void people() {
        admin = opening.open("province-admin", PASSWORD, "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        official = opening.open("xingqing-1", PASSWORD, "王工", Role.OFFICIAL, "640104");
    }

    @Test
    void anOpenedAccountGetsAPasswordThatIsShownOnce() throws Exception {
        var answer = mvc.perform(post("/admin/accounts").param("username", "helan-1").param("name", "李工").param("role", "OFFICIAL")
                .param("county", "640122").with(Session.as(admin)).with(csrf()))
                .andExpect(status().is3xxRedirection()).andReturn();
        var account = accounts.findByLogin("helan-1").orElseThrow();
        assertThat(account.scope()).isEqualTo("640122");
        var password = (String) answer.getFlashMap().get("password");
        assertThat(password).matches("([a-z2-9]{4}-){3}[a-z2-9]{4}");
        assertThat(signIn.check("helan-1", password)).isPresent();
        var page = answer.getResponse().getRedirectedUrl();
        mvc.perform(get(page).flashAttr("password", password).with(Session.as(admin)))
                .andExpect(content().string(containsString(password)));
        mvc.perform(get(page).with(Session.as(admin))).andExpect(content().string(not(containsString(password))));
    }

    @ParameterizedTest
    @CsvSource({
            "'',李工,OFFICIAL,640122,请填写用户名",
            "Helan,李工,OFFICIAL,640122,用户名须以小写字母开头",
            "xingqing-1,李工,OFFICIAL,640122,这个用户名已经有人使用",
            "helan-1,'',OFFICIAL,640122,请填写姓名或岗位",
            "helan-1,李工,'',640122,请填写角色",
            "helan-1,李工,ENTERPRISE,640122,请选择角色",
            "helan-1,李工,GOD,640122,请选择角色",
            "helan-1,李工,OFFICIAL,'',请选择本自治区的一个县",
            "helan-1,李工,COUNTY_ADMIN,620102,请选择本自治区的一个县"})
    void aWrongFormIsRefusedAndKept(String username, String name, String role, String county, String message) throws Exception {
        mvc.perform(post("/admin/accounts").param("username", username).param("name", name).param("role", role).param("county", county)
                .with(Session.as(admin)).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)))
                .andExpect(content().string(containsString("value=\"" + name + "\"")));
        assertThat(accounts.findByLogin("helan-1")).isEmpty();
    }

    @Test
    void theListPagesByKeyAndShowsNoOtherProvince() throws Exception {
        for (int i = 0; i < 60; i++) {
            opening.open("a-%02d".formatted(i), "pw", "工作人员", Role.OFFICIAL, "640104");
        }
        var seen = new ArrayList<String>();
        var page = "/admin/accounts";
        while (page != null) {
            var text = mvc.perform(get(page).with(Session.as(admin))).andExpect(status().isOk()).andReturn().getResponse()
                    .getContentAsString();
            Pattern.compile("accounts/\\d+\">(a-\\d\\d)<").matcher(text).results().forEach(row -> seen.add(row.group(1)));
            var next = Pattern.compile("href=\"(/admin/accounts\\?after=\\d+)\"").matcher(text);
            page = next.find() ? next.group(1) : null;
        }
        assertThat(seen).hasSize(60).doesNotHaveDuplicates().isSorted();
    }

    @Test
    void aRoleIsChangedAndLeavesATrace() throws Exception {
        assignment(admin).type("name", "王科长").type("role", "COUNTY_ADMIN").type("county", "640105").send()
                .andExpect(redirectedUrl(page(official)));
        assertThat(official.actor()).extracting(Actor::name, Actor::role, Actor::scope).containsExactly("王科长", Role.COUNTY_ADMIN, "640105");
        assertThat(trail.of("account:xingqing-1")).last().satisfies(entry -> {
            assertThat(entry.before()).containsEntry("role", "OFFICIAL").containsEntry("scope", "640104");
            assertThat(entry.after()).containsEntry("role", "COUNTY_ADMIN").containsEntry("scope", "640105");
        });
        mvc.perform(get(page(official)).with(Session.as(admin))).andExpect(content().string(containsString("更改姓名、角色或范围")));
    }

    @Test
    void theSecondOfTwoAdminsIsToldFieldByFieldAndDecides() throws Exception {
        var other = opening.open("second-admin", PASSWORD, "陈管理", Role.PROVINCE_ADMIN, "640000").actor();
        var mine = assignment(admin).type("name", "王科长").type("county", "640105");
        assignment(other).type("county", "640122").send().andExpect(redirectedUrl(page(official)));
        var told = mine.send().andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("“陈管理”已在"))).andExpect(content().string(containsString("存为“贺兰县”")))
                .andReturn().getResponse().getContentAsString();
        assertThat(official.actor()).extracting(Actor::name, Actor::scope).containsExactly("王工", "640122");
        var again = OpenedForm.of(mvc, admin, told, page(official) + "/assignment");
        assertThat(again.value("name")).isEqualTo("王科长");
        assertThat(again.value("county")).isEqualTo("640105");
        again.send().andExpect(redirectedUrl(page(official)));
        assertThat(official.actor()).extracting(Actor::name, Actor::scope).containsExactly("王科长", "640105");
    }

    @Test
    void whatOnlyTheOtherAdminHasChangedStays() throws Exception {
        var mine = assignment(admin).type("name", "王科长");
        assignment(admin).type("county", "640122").send().andExpect(redirectedUrl(page(official)));
        mine.send().andExpect(redirectedUrl(page(official)));
        assertThat(official.actor()).extracting(Actor::name, Actor::scope).containsExactly("王科长", "640122");
    }

    @ParameterizedTest
    @CsvSource({"closure", "password"})
    void whoeverActsOnAnAccountThatHasChangedIsToldByWhom(String act) throws Exception {
        var address = page(official) + "/" + act;
        var mine = OpenedForm.open(mvc, admin, page(official), address);
        assignment(admin).type("name", "王科长").send();
        var told = mine.send().andExpect(status().isConflict()).andExpect(content().string(containsString("“刘管理”已在")))
                .andExpect(content().string(containsString("刚才的操作没有生效"))).andReturn().getResponse().getContentAsString();
        assertThat(official.active()).isTrue();
        assertThat(signIn.check("xingqing-1", PASSWORD)).isPresent();
        OpenedForm.of(mvc, admin, told, address).send().andExpect(redirectedUrl(page(official)));
        assertThat(signIn.check("xingqing-1", PASSWORD)).isEmpty();
    }

    @Test
    void anAccountIsNotReopenedOverWhatHasChanged() throws Exception {
        OpenedForm.open(mvc, admin, page(official), page(official) + "/closure").send();
        var reopening = OpenedForm.open(mvc, admin, page(official), page(official) + "/reopening");
        assignment(admin).type("role", "COUNTY_ADMIN").send();
        reopening.send().andExpect(status().isConflict()).andExpect(content().string(containsString("“刘管理”已在")));
        assertThat(official.active()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"closure", "password", "assignment"})
    void whateverTakesAccessAwayEndsTheSessionsThatRun(String act) throws Exception {
        var session = signIn("xingqing-1");
        mvc.perform(get("/account/password").session(session)).andExpect(status().isOk());
        act(official, act).andExpect(redirectedUrl(page(official)));
        mvc.perform(get("/account/password").session(session)).andExpect(redirectedUrl("/login"));
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void aClosedAccountIsReopened() throws Exception {
        mvc.perform(post(page(official) + "/closure").param("lock", lock(official)).with(Session.as(admin)).with(csrf()))
                .andExpect(flash().attribute("done", "staff.closed"));
        assertThat(signIn.check("xingqing-1", PASSWORD)).isEmpty();
        mvc.perform(post(page(official) + "/reopening").param("lock", lock(official)).with(Session.as(admin)).with(csrf()))
                .andExpect(flash().attribute("done", "staff.reopened"));
        assertThat(signIn.check("xingqing-1", PASSWORD)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"closure", "password", "assignment"})
    void nobodyTakesTheOwnAccessAway(String act) throws Exception {
        var own = accounts.findByLogin("province-admin").orElseThrow();
        act(own, act)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("不能停用自己的账户")));
        assertThat(own.active()).isTrue();
        assertThat(own.role()).isEqualTo(Role.PROVINCE_ADMIN);
    }

    @Test
    void anAccountOfAnotherProvinceOrOfAFirmIsNotFound() throws Exception {
        var stranger = new Actor(admin.accountId(), admin.login(), admin.name(), Role.PROVINCE_ADMIN, "620000");
        var firm = opening.open("91640100000000001L", PASSWORD, "甲公司", Role.ENTERPRISE, null);
        for (var target : new String[]{"", "/closure", "/reopening", "/password"}) {
            var request = target.isEmpty() ? get(page(official)) : post(page(official) + target);
            mvc.perform(request.with(Session.as(stranger)).with(csrf())).andExpect(status().isNotFound());
        }
        mvc.perform(get(page(firm)).with(Session.as(admin))).andExpect(status().isNotFound());
        mvc.perform(get("/admin/accounts/x").with(Session.as(admin))).andExpect(status().isNotFound());
    }

    @Test
    void anAdminOfACountyKeepsItsOfficials() throws Exception {
        var head = opening.open("xingqing-head", PASSWORD, "李主任", Role.COUNTY_ADMIN, "640104").actor();
        var list = mvc.perform(get("/admin/accounts").with(Session.as(head))).andReturn().getResponse().getContentAsString();
        assertThat(list).contains("xingqing-1", "兴庆区的工作人员").doesNotContain("province-admin", ">xingqing-head<");
        mvc.perform(get("/admin/accounts/new").with(Session.as(head)))
                .andExpect(content().string(containsString("value=\"HOTLINE\"")))
                .andExpect(content().string(not(containsString("value=\"COUNTY_ADMIN\""))))
                .andExpect(content().string(containsString("name=\"county\" value=\"640104\"")));
        mvc.perform(post("/admin/accounts").param("username", "xingqing-9").param("name", "赵工").param("role", "OFFICIAL")
                .param("county", "640104").with(Session.as(head)).with(csrf())).andExpect(status().is3xxRedirection());
        assertThat(accounts.findByLogin("xingqing-9").orElseThrow().actor()).extracting(Actor::role, Actor::scope)
                .containsExactly(Role.OFFICIAL, "640104");
        mvc.perform(post(page(official) + "/closure").param("lock", lock(official)).with(Session.as(head)).with(csrf()))
                .andExpect(redirectedUrl(page(official)));
        assertThat(signIn.check("xingqing-1", PASSWORD)).isEmpty();
        mvc.perform(post(page(official) + "/reopening").param("lock", lock(official)).with(Session.as(head)).with(csrf()))
                .andExpect(redirectedUrl(page(official)));
        assertThat(signIn.check("xingqing-1", PASSWORD)).isPresent();
    }

    @Test
    void anAdminOfACountyKeepsTheClerksOfItsHotline() throws Exception {
        var head = opening.open("xingqing-head", PASSWORD, "李主任", Role.COUNTY_ADMIN, "640104").actor();
        mvc.perform(post("/admin/accounts").param("username", "xingqing-96168").param("name", "热线一席").param("role", "HOTLINE")
                .param("county", "640104").with(Session.as(head)).with(csrf())).andExpect(status().is3xxRedirection());
        var clerk = accounts.findByLogin("xingqing-96168").orElseThrow();
        assertThat(clerk.actor()).extracting(Actor::role, Actor::scope).containsExactly(Role.HOTLINE, "640104");
        mvc.perform(get(page(clerk)).with(Session.as(head))).andExpect(content().string(containsString("热线员")));
    }

    @ParameterizedTest
    @CsvSource({"COUNTY_ADMIN,640104,请选择角色", "PROVINCE_ADMIN,640104,请选择角色", "OFFICIAL,640105,请选择本自治区的一个县"})
    void anAdminOfACountyMakesNoAdminsAndNobodyElsewhere(String role, String county, String message) throws Exception {
        var head = opening.open("xingqing-head", PASSWORD, "李主任", Role.COUNTY_ADMIN, "640104").actor();
        mvc.perform(post("/admin/accounts").param("username", "xingqing-9").param("name", "赵工").param("role", role).param("county", county)
                .with(Session.as(head)).with(csrf())).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)));
        mvc.perform(post(page(official) + "/assignment").param("username", "xingqing-1").param("name", "王工").param("role", role)
                .param("county", county).with(Session.as(head)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(accounts.findByLogin("xingqing-9")).isEmpty();
        assertThat(official.actor()).extracting(Actor::role, Actor::scope).containsExactly(Role.OFFICIAL, "640104");
    }

    @Test
    void anAdminOfACountyFindsNoAdminAndNobodyElsewhere() throws Exception {
        var head = opening.open("xingqing-head", PASSWORD, "李主任", Role.COUNTY_ADMIN, "640104").actor();
        var deputy = opening.open("xingqing-deputy", PASSWORD, "副主任", Role.COUNTY_ADMIN, "640104");
        var elsewhere = opening.open("jinfeng-1", PASSWORD, "王工", Role.OFFICIAL, "640106");
        for (var target : new Account[]{deputy, elsewhere, accounts.findByLogin("province-admin").orElseThrow()}) {
            mvc.perform(get(page(target)).with(Session.as(head))).andExpect(status().isNotFound());
            mvc.perform(post(page(target) + "/closure").param("lock", lock(target)).with(Session.as(head)).with(csrf()))
                    .andExpect(status().isNotFound());
            mvc.perform(post(page(target) + "/password").with(Session.as(head)).with(csrf())).andExpect(status().isNotFound());
            assertThat(target.active()).isTrue();
        }
    }

    @Test
    void theOwnPasswordIsChangedAndOnlyThisSessionGoesOn() throws Exception {
        var here = signIn("xingqing-1");
        var there = signIn("xingqing-1");
        mvc.perform(post("/account/password").session(here).param("current", PASSWORD).param("password", "another long password")
                .param("repeat", "another long password").with(csrf())).andExpect(redirectedUrl("/account/password"));
        mvc.perform(get("/account/password").session(here)).andExpect(status().isOk());
        mvc.perform(get("/account/password").session(there)).andExpect(redirectedUrl("/login"));
        assertThat(signIn.check("xingqing-1", "another long password")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
            "wrong,another long password,another long password,现在的密码不对",
            "'',another long password,another long password,请填写现在的密码",
            "a long enough password,short,short,密码至少 10 个字符",
            "a long enough password,another long password,another,两次输入的新密码不一样"})
    void aWrongNewPasswordIsRefused(String current, String password, String repeat, String message) throws Exception {
        mvc.perform(post("/account/password").param("current", current).param("password", password).param("repeat", repeat)
                .with(Session.as(official.actor())).with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)));
        assertThat(signIn.check("xingqing-1", PASSWORD)).isPresent();
    }

    private MockHttpSession signIn(String login) throws Exception {
        return (MockHttpSession) mvc.perform(post("/login").param("username", login).param("password", PASSWORD).with(csrf()))
                .andExpect(status().is3xxRedirection()).andReturn().getRequest().getSession();
    }

    private ResultActions act(Account account, String act) throws Exception {
        return act.equals("assignment")
                ? assignment(account, admin).type("role", "OFFICIAL").type("county", "640105").send()
                : mvc.perform(post(page(account) + "/" + act).param("lock", lock(account)).with(Session.as(admin)).with(csrf()));
    }

    private OpenedForm assignment(Actor by) throws Exception {
        return assignment(official, by);
    }

    private OpenedForm assignment(Account account, Actor by) throws Exception {
        return OpenedForm.open(mvc, by, page(account), page(account) + "/assignment");
    }

    private static String page(Account account) {
        return "/admin/accounts/" + account.id();
    }

    private static String lock(Account account) {
        return String.valueOf(account.version());
    }
}
