package org.fugong.condition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.CountyLists;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.ListDrafting;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.LinkedMultiValueMap;

@WebTest
@Transactional
class ListPagesTests {

    private static final Instant NOW = Instant.parse("2020-04-01T00:00:00Z");

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    ListDrafting drafting;
    @Autowired
    CountyLists countyLists;
    @Autowired
    TestClock clock;
    @Autowired
    Trail trail;

    private Actor admin;
    private Actor second;

    @BeforeEach
    void admin() {
        clock.set(NOW);
        admin = opening.open("province-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        second = opening.open("province-admin-2", "a long enough password", "李管理", Role.PROVINCE_ADMIN, "640000").actor();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void eachLevelHasItsVersionsAndOneDraftAtMost() throws Exception {
        page("/admin/lists").andExpect(content().string(containsString("起草新的中风险清单")))
                .andExpect(content().string(containsString("国办发明电〔2020〕6号")));
        var draft = start();
        page("/admin/lists").andExpect(content().string(not(containsString("起草新的中风险清单"))))
                .andExpect(content().string(containsString("草稿")));
        send(post("/admin/lists/drafts").param("level", "MEDIUM")).andExpect(redirectedUrl("/admin/lists/" + draft.id()));
    }

    @Test
    void anItemIsEditedAndStandsInTheRedLine() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "2", "title", "口罩储备"))
                .andExpect(redirectedUrl("/admin/lists/" + draft.id() + "#C01"));
        page("/admin/lists/" + draft.id())
                .andExpect(content().string(containsString("与现行第 1 版相比：改 1 项，减 0 项，加 0 项")))
                .andExpect(content().string(containsString("<dt>参数“周转天数”</dt>")))
                .andExpect(content().string(stringContainsInOrder("<del class=\"was\">3</del>", "<ins class=\"now\">2</ins>")))
                .andExpect(content().string(containsString("<ins class=\"now\" lang=\"zh-CN\">口罩储备</ins>")));
    }

    @Test
    void savingWithoutAChangeChangesNothing() throws Exception {
        var draft = start();
        for (var item : draft.content().items()) {
            edit(list(draft), item.code(), Map.of()).andExpect(redirectedUrl("/admin/lists/" + draft.id() + "#" + item.code()));
        }
        assertThat(list(draft).content()).isEqualTo(start().content());
        page("/admin/lists/" + draft.id()).andExpect(content().string(containsString("没有差别")));
    }

    @Test
    void anItemIsAddedRemovedAndMoved() throws Exception {
        var draft = start();
        var fields = fields(draft, "C01");
        fields.put("code", "C99");
        send(post("/admin/lists/" + draft.id() + "/items"), fields).andExpect(redirectedUrl("/admin/lists/" + draft.id() + "#C99"));
        send(post("/admin/lists/" + draft.id() + "/items/C99/position").param("direction", "up"), Map.of("lock", lock(draft)));
        send(post("/admin/lists/" + draft.id() + "/items/A01/removal"), Map.of("lock", lock(draft)))
                .andExpect(redirectedUrl("/admin/lists/" + draft.id()));
        var codes = codes(draft, "C");
        assertThat(codes.get(codes.size() - 2)).isEqualTo("C99");
        assertThat(list(draft).content().item("A01")).isEmpty();
        page("/admin/lists/" + draft.id()).andExpect(content().string(containsString("减 1 项，加 1 项")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code                | C02                   | 已有条件的编号不能更改 | code
            title               | ''                    | 请填写标题 | title
            category            | Z                     | 请选择一项 | category
            answer              | MAYBE                 | 请选择一项 | answer
            answer              | CHOICE                | 请至少填写两个可选项 | options
            rule                | ''                    | 请填写规则 | rule
            rule                | answer >= f.planned_stuff | 第 11 个字符起：没有 f.planned_stuff 这个名称，是不是 f.planned_staff？ | rule
            rule                | answer >= p.dayz      | 没有 p.dayz 这个名称，是不是 p.days？ | rule
            rule                | answer + 1            | 规则的结果应是“是”或“否” | rule
            rule                | answer >= 1e400       | 规则中的数字太大 | rule
            rule                | answer == answer      | 与企业情况和答案都无关 | rule
            when                | f.planned_staff / 0 > 1 | 除数不能是 0 | when
            when                | answer >= 1.0         | 这里不能使用 answer | when
            parameters[0].value | three                 | 参数须是 0 到 1000000 之间的数 | parameters[0].value
            parameters[0].name  | Days                  | 参数名称由小写字母 | parameters[0].name
            parameters[0].relax | SIDEWAYS              | 请选择放宽的方向 | parameters[0].relax
            parameters[1].name  | days                  | 这个参数名称已经用过 | parameters[1].name
            parameters[0].label | ''                    | 请填写参数的叫法 | parameters[0].label
            parameters[0].unit  | NOPE                  | 请选择一项 | parameters[0].unit
            parameters[0].name  | ''                    | 请填写这个参数的名称 | parameters[0].name
            parameters[5].value | 7                     | 请填写这个参数的名称 | parameters[5].name
            unit                | NOUNIT                | 请选择一项 | unit
            deferral            | WHAT                  | 请选择一项 | deferral
            evidenceEn          | ''                    | 英文材料须与中文逐行对应 | evidenceEn
            use                 | NEVER                 | 请选择一项 | use
            deferral            | DAYS                  | 天数须是 0 到 365 的整数 | deferralDays
            basis               | ''                    | 请填写依据 | basis
            """)
    void aWrongItemIsRefusedAndKept(String field, String value, String message, String place) throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of(field, value, "help", "刚刚写的说明")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)))
                .andExpect(content().string(containsString("刚刚写的说明")))
                .andExpect(content().string(containsString("href=\"#" + place + "\"")));
        assertThat(list(draft).content()).isEqualTo(draft.content());
    }

    @Test
    void aUnitThatNoDatabaseCanHoldIsRefusedOnThePage() throws Exception {
        var draft = start();
        for (var unit : List.of("a\0b", "U".repeat(20_000))) {
            edit(draft, "C01", Map.of("parameters[0].unit", unit)).andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("href=\"#parameters[0].unit\"")));
        }
    }

    @Test
    void anEmptiedParameterIsRemoved() throws Exception {
        var draft = start();
        edit(draft, "C01",
                Map.of("parameters[0].name", "", "parameters[0].value", "", "parameters[0].label", "", "parameters[0].labelEn", "",
                        "rule", "answer >= f.planned_staff"))
                .andExpect(status().is3xxRedirection());
        assertThat(list(draft).content().item("C01").orElseThrow().parameters()).doesNotContainKey("days");
    }

    @Test
    void theRuleIsCheckedWhileItIsTyped() throws Exception {
        var draft = start();
        var fields = fields(draft, "C01");
        send(post("/admin/lists/" + draft.id() + "/rule-check"), fields).andExpect(status().isOk())
                .andExpect(content().string(containsString("读作：不少于 拟复工人数 × 每人每日 2 只 × 3 天")))
                .andExpect(content().string(not(containsString("<html"))));
        fields.put("rule", "answer <= p.maximum");
        send(post("/admin/lists/" + draft.id() + "/rule-check"), fields).andExpect(status().isOk())
                .andExpect(content().string(containsString("第 11 个字符起")));
        fields.put("rule", "answer >= 1e400");
        send(post("/admin/lists/" + draft.id() + "/rule-check"), fields).andExpect(status().isOk())
                .andExpect(content().string(containsString("规则中的数字太大")));
    }

    @Test
    void theSecondOfTwoAdminsSeesBothEditsAndKeepsWhatWasTyped() throws Exception {
        var draft = start();
        var mine = collide(draft);
        send(post("/admin/lists/" + draft.id() + "/items/C01"), mine).andExpect(status().isConflict())
                .andExpect(content().string(containsString("别人刚刚改过这份草稿")))
                .andExpect(content().string(containsString("李管理于2020年4月1日 08:00修改")))
                .andExpect(content().string(containsString("<dd class=\"typed\">3</dd>")))
                .andExpect(content().string(containsString("<del class=\"was typed\">别人写的标题</del>")))
                .andExpect(content().string(containsString("<ins class=\"now typed\">我写的标题</ins>")))
                .andExpect(content().string(containsString("<ins class=\"now typed\">只有我写的说明</ins>")))
                .andExpect(content().string(containsString("name=\"lock\" value=\"" + lock(draft) + "\"")));
        mine.put("lock", lock(draft));
        send(post("/admin/lists/" + draft.id() + "/items/C01"), mine).andExpect(status().is3xxRedirection());
        assertThat(list(draft).content().item("C01").orElseThrow().title()).isEqualTo("我写的标题");
    }

    @Test
    void fieldByFieldOneTakesWhatTheOtherWrote() throws Exception {
        var draft = start();
        var mine = collide(draft);
        mine.put("lock", lock(draft));
        send(post("/admin/lists/" + draft.id() + "/items/C01").param("theirs", "title", "parameters.days"), mine)
                .andExpect(status().is3xxRedirection());
        assertThat(list(draft).content().item("C01").orElseThrow()).satisfies(item -> {
            assertThat(item.title()).isEqualTo("别人写的标题");
            assertThat(item.parameters().get("days").value()).isEqualTo(2);
            assertThat(item.help()).isEqualTo("只有我写的说明");
        });
    }

    @Test
    void whatTheOtherHasRemovedIsAddedAgainWithWhatWasTyped() throws Exception {
        var draft = start();
        var mine = fields(draft, "D02");
        mine.put("title", "我写的标题");
        send(post("/admin/lists/" + draft.id() + "/items/D02/removal"), Map.of("lock", lock(draft))).andExpect(status().is3xxRedirection());
        send(post("/admin/lists/" + draft.id() + "/items/D02"), mine).andExpect(status().isConflict())
                .andExpect(content().string(containsString("刚刚被别人从草稿中删去"))).andExpect(content().string(containsString("我写的标题")))
                .andExpect(content().string(containsString("action=\"/admin/lists/" + draft.id() + "/items\"")));
        mine.put("lock", lock(draft));
        send(post("/admin/lists/" + draft.id() + "/items"), mine).andExpect(status().is3xxRedirection());
        assertThat(list(draft).content().item("D02").orElseThrow().title()).isEqualTo("我写的标题");
    }

    @Test
    void aThirdEditIsShownBeforeAnythingIsTaken() throws Exception {
        var draft = start();
        var mine = collide(draft);
        mine.put("lock", lock(draft));
        edit(draft, "C01", Map.of("title", "第三个标题"));
        send(post("/admin/lists/" + draft.id() + "/items/C01").param("theirs", "title", "nonsense"), mine).andExpect(status().isConflict())
                .andExpect(content().string(containsString("第三个标题"))).andExpect(content().string(containsString("我写的标题")));
        assertThat(list(draft).content().item("C01").orElseThrow().title()).isEqualTo("第三个标题");
    }

    /** What one admin sends after another has changed title and days of the same condition. */
    private Map<String, String> collide(ConditionList draft) throws Exception {
        var mine = fields(draft, "C01");
        mine.put("title", "我写的标题");
        mine.put("help", "只有我写的说明");
        var theirs = fields(draft, "C01");
        theirs.put("title", "别人写的标题");
        theirs.put("parameters[0].value", "2");
        var request = post("/admin/lists/" + draft.id() + "/items/C01");
        theirs.forEach(request::param);
        mvc.perform(request.with(Session.as(second)).with(csrf())).andExpect(status().is3xxRedirection());
        return mine;
    }

    @Test
    void aFaultInBetweenDoesNotHideThatSomebodyWasFaster() throws Exception {
        var draft = start();
        var mine = fields(draft, "C01");
        mine.put("title", "");
        edit(draft, "C01", Map.of("title", "别人写的标题"));
        send(post("/admin/lists/" + draft.id() + "/items/C01"), mine).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("name=\"lock\" value=\"" + mine.get("lock") + "\"")));
    }

    @Test
    void aListIsNotPublishedWhileAnExampleFails() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "300"));
        ask(draft, Map.of()).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(
                "示例“样样做到的工厂”：C01 应为“符合”，按规则却是“不符合”：需要 60000 只（100 人 × 每人每日 2 只 × 300 天），现有 5000 只，还差 55000 只")));
        assertThat(list(draft).asked()).isFalse();
        edit(draft, "C01", Map.of("parameters[0].value", "2"));
        publish(draft, Map.of());
    }

    @Test
    void aDraftIsPublishedAtOnceAndNeverEditedAgain() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "2"));
        var late = fields(draft, "C01");
        publish(draft, Map.of());
        assertThat(days(NOW)).isEqualTo(2);
        page("/admin/lists/" + draft.id()).andExpect(content().string(containsString("现行")))
                .andExpect(content().string(not(containsString("上移"))));
        page("/admin/lists/" + draft.id() + "/items/C01").andExpect(content().string(containsString("只能查看")))
                .andExpect(content().string(not(containsString("<textarea"))));
        late.put("title", "迟到的修改");
        send(post("/admin/lists/" + draft.id() + "/items/C01"), late).andExpect(status().isConflict())
                .andExpect(content().string(containsString("迟到的修改")));
        mvc.perform(get("/admin/lists/" + draft.id() + "/publication").with(Session.as(admin)))
                .andExpect(redirectedUrl("/admin/lists/" + draft.id()));
        mvc.perform(get("/admin/lists/" + draft.id() + "/items/new").with(Session.as(admin))).andExpect(status().isNotFound());
    }

    @Test
    void aDraftIsPublishedForLater() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "2"));
        publish(draft, Map.of("date", "2020-04-03", "time", "08:00"));
        assertThat(days(Instant.parse("2020-04-02T23:59:59Z"))).isEqualTo(3);
        assertThat(days(Instant.parse("2020-04-03T00:00:00Z"))).isEqualTo(2);
        page("/admin/lists").andExpect(content().string(containsString("即将生效")));
    }

    @ParameterizedTest
    @CsvSource({"basis,'',请填写法律依据", "reason,' ',请填写原因", "date,2020-03-01,生效时间已经过去", "date,tomorrow,请填写生效日期",
            "date,2999-01-01,'日期太远，最晚可填 2099-12-31'", "time,8,生效时间请按"})
    void aPublicationThatDoesNotDoIsRefused(String field, String value, String message) throws Exception {
        var draft = start();
        ask(draft, field.equals("time") ? Map.of("date", "2020-04-03", "time", value) : Map.of(field, value))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(message)));
        assertThat(list(draft).editable()).isTrue();
    }

    @Test
    void whoAskedIsRefusedToConfirmAndThatIsLogged() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "2"));
        ask(draft, Map.of()).andExpect(redirectedUrl(publication(draft)));
        send(post(publication(draft)), Map.of("lock", lock(draft))).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("需要另一位自治区管理员确认")));
        assertThat(list(draft).asked()).isTrue();
        assertThat(trail.of("list:640000/MEDIUM/2/confirmation").getLast()).satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("list.confirmation-refused");
            assertThat(entry.actor()).isEqualTo(admin.login());
            assertThat(entry.after()).containsEntry("asked", true);
        });
    }

    @Test
    void theSecondAdminSendsBackWithTheReasonAndTheFirstAsksAgain() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "2"));
        ask(draft, Map.of());
        send(post(publication(draft) + "/request/return").param("why", "依据文号有误").param("lock", lock(draft)), second)
                .andExpect(redirectedUrl("/admin/lists/" + draft.id()));
        assertThat(list(draft).editable()).isTrue();
        page(publication(draft)).andExpect(content().string(stringContainsInOrder("上次发布申请被退回，原因：</span>", "<span lang=\"zh-CN\">依据文号有误")))
                .andExpect(content().string(containsString("宁应指〔2020〕20号")));
        send(post(publication(draft)).param("lock", lock(draft)), second).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("这份草稿已经退回")));
        publish(draft, Map.of());
        assertThat(days(NOW)).isEqualTo(2);
    }

    @Test
    void whoSendsBackSaysWhy() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "2"));
        ask(draft, Map.of());
        send(post(publication(draft) + "/request/return").param("why", " ").param("lock", lock(draft)), second)
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("href=\"#why\">请填写退回原因")));
        assertThat(list(draft).editable()).isFalse();
    }

    @Test
    void whoAskedTakesBackWithoutAReason() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "2"));
        ask(draft, Map.of());
        page(publication(draft)).andExpect(content().string(containsString("撤回申请")))
                .andExpect(content().string(not(containsString("退回原因"))));
        send(post(publication(draft) + "/request/return"), Map.of("lock", lock(draft)))
                .andExpect(redirectedUrl("/admin/lists/" + draft.id()));
        assertThat(list(draft).editable()).isTrue();
    }

    @Test
    void whatIsConfirmedAfterItsTimeIsRefused() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "2"));
        ask(draft, Map.of("date", "2020-04-03", "time", "08:00"));
        clock.set(Instant.parse("2020-04-03T00:00:00.001Z"));
        send(post(publication(draft)).param("lock", lock(draft)), second).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("申请的生效时间已经过去，不能再确认")));
        assertThat(list(draft).draft()).isTrue();
        assertThat(days(clock.instant())).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"2020-04-03,08:00", "2020-04-03,07:59", "2020-04-02,''"})
    void aVersionIsNotScheduledAtOrBeforeTheTimeOfOneThatIsAnnounced(String date, String time) throws Exception {
        var announced = start();
        edit(announced, "C01", Map.of("parameters[0].value", "2"));
        publish(announced, Map.of("date", "2020-04-03", "time", "08:00"));
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "1"));
        ask(draft, Map.of("date", date, "time", time)).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("生效时间须晚于已经发布的第 2 版，也不能与其他版本相同")))
                .andExpect(content().string(containsString("href=\"#date\"")));
        assertThat(list(draft).editable()).isTrue();
        assertThat(days(Instant.parse("2020-04-03T00:00:00Z"))).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-03-31", "2020-04-01"})
    void aVersionIsNotDatedBackBeforeTheOneInForce(String date) throws Exception {
        var inForce = start();
        edit(inForce, "C01", Map.of("parameters[0].value", "2"));
        publish(inForce, Map.of());
        clock.set(NOW.plusSeconds(86_400));
        var draft = start();
        edit(draft, "C01", Map.of("parameters[0].value", "1"));
        ask(draft, Map.of("date", date, "correction", "true")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("生效时间须晚于已经发布的第 2 版")));
        assertThat(days(clock.instant())).isEqualTo(2);
    }

    @Test
    void aDraftIsDiscarded() throws Exception {
        var draft = start();
        send(post("/admin/lists/" + draft.id() + "/removal"), Map.of("lock", lock(draft))).andExpect(redirectedUrl("/admin/lists"));
        mvc.perform(get("/admin/lists/" + draft.id()).with(Session.as(admin))).andExpect(status().isNotFound());
    }

    @Test
    void anotherProvincesListIsNotFound() throws Exception {
        var draft = start();
        var stranger = new Actor(admin.accountId(), admin.login(), admin.name(), Role.PROVINCE_ADMIN, "620000");
        for (var path : List.of("", "/items/C01", "/items/new", "/publication")) {
            mvc.perform(get("/admin/lists/" + draft.id() + path).with(Session.as(stranger))).andExpect(status().isNotFound());
        }
        for (var path : List.of("/items/C01", "/items", "/items/C01/removal", "/items/C01/position", "/removal", "/publication",
                "/publication/request", "/publication/request/return", "/rule-check")) {
            mvc.perform(post("/admin/lists/" + draft.id() + path).with(Session.as(stranger)).with(csrf()).params(
                    new LinkedMultiValueMap<>(Map.of("lock", List.of("0"), "direction", List.of("up"))))).andExpect(status().isNotFound());
        }
    }

    @ParameterizedTest
    @CsvSource({"parameters[x].name", "parameters[-1].name", "parameters[99999999].name", "parameters[].name", "parameters.name"})
    void aForgedFormIsNoServerError(String field) throws Exception {
        var draft = start();
        var fields = fields(draft, "C01");
        fields.put(field, "days");
        assertThat(send(post("/admin/lists/" + draft.id() + "/items/C01"), fields).andReturn().getResponse().getStatus()).isLessThan(500);
    }

    @Test
    void inEnglishToo() throws Exception {
        var draft = start();
        edit(draft, "C01", Map.of("use", ConditionUse.GUIDE.name()));
        mvc.perform(get("/admin/lists/" + draft.id()).param("lang", "en").with(Session.as(admin)))
                .andExpect(content().string(containsString("Against version 1 in force: 1 changed")));
        mvc.perform(get("/admin/lists/" + draft.id() + "/items/C01").param("lang", "en").with(Session.as(admin)))
                .andExpect(content().string(containsString("Question to the enterprise")));
    }

    private ConditionList start() {
        return drafting.start(RiskLevel.MEDIUM, admin);
    }

    private ConditionList list(ConditionList draft) {
        return drafting.list(draft.id(), admin);
    }

    private String lock(ConditionList draft) {
        return String.valueOf(list(draft).lock());
    }

    private List<String> codes(ConditionList draft, String category) {
        return list(draft).content().items().stream().filter(item -> item.category().equals(category)).map(ConditionItem::code).toList();
    }

    private double days(Instant at) {
        return countyLists.inForce("640104", RiskLevel.MEDIUM, at).item("C01").parameters().get("days").value();
    }

    private ResultActions page(String path) throws Exception {
        return mvc.perform(get(path).with(Session.as(admin))).andExpect(status().isOk());
    }

    private void publish(ConditionList draft, Map<String, String> changes) throws Exception {
        ask(draft, changes).andExpect(redirectedUrl("/admin/lists/" + draft.id() + "/publication"));
        mvc.perform(post("/admin/lists/" + draft.id() + "/publication").param("lock", lock(draft)).with(Session.as(second)).with(csrf()))
                .andExpect(redirectedUrl("/admin/lists/" + draft.id()));
    }

    private ResultActions ask(ConditionList draft, Map<String, String> changes) throws Exception {
        var fields = new LinkedHashMap<>(Map.of("lock", lock(draft), "basis", "宁应指〔2020〕20号", "reason", "口罩供应好转"));
        fields.putAll(changes);
        send(post("/admin/lists/" + draft.id() + "/impact"));
        return send(post("/admin/lists/" + draft.id() + "/publication/request"), fields);
    }

    private ResultActions edit(ConditionList draft, String code, Map<String, String> changes) throws Exception {
        var fields = fields(draft, code);
        fields.putAll(changes);
        return send(post("/admin/lists/" + draft.id() + "/items/" + code), fields);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Map<String, String> fields) throws Exception {
        fields.forEach(request::param);
        return send(request);
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        return send(request, admin);
    }

    private ResultActions send(MockHttpServletRequestBuilder request, Actor actor) throws Exception {
        return mvc.perform(request.with(Session.as(actor)).with(csrf()));
    }

    private static String publication(ConditionList draft) {
        return "/admin/lists/" + draft.id() + "/publication";
    }

    /** What the page of an item sends, as a browser gathers it. */
    private Map<String, String> fields(ConditionList draft, String code) throws Exception {
        var text = page("/admin/lists/" + draft.id() + "/items/" + code).andReturn().getResponse().getContentAsString();
        var fields = new LinkedHashMap<String, String>();
        ((FormElement) Jsoup.parse(text).selectFirst("main form[novalidate]")).formData()
                .forEach(field -> assertThat(fields.put(field.key(), field.value())).as(field.key()).isNull());
        return fields;
    }
}
