package org.fugong.condition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.Handling;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListPublication;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class ListEditorTests {

    private static final Map<String, String> NOTES = Map.of("process", "先登记\r\n再核对", "processEn", "Register first,\r\nthen check",
            "materials", "登记表",
            "materialsEn", "A form", "time", "当场办结", "timeEn", "At once");

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    ListDrafting drafting;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ListPublication publication;
    @Autowired
    ListImpacts impacts;

    private Actor admin;
    private EditorPages pages;
    private long draft;

    @BeforeEach
    void adminWithADraft() {
        admin = opening.open("editor-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        pages = new EditorPages(mvc, admin);
        draft = drafting.start(RiskLevel.MEDIUM, admin).id();
    }

    @Test
    void howAConditionIsHandledIsNotedAndShownInTheRedLine() throws Exception {
        pages.edit(draft, "C01", NOTES).andExpect(status().isSeeOther());
        assertThat(item("C01").handling())
                .isEqualTo(new Handling("先登记\n再核对", "Register first,\nthen check", "登记表", "A form", "当场办结", "At once"));
        pages.edit(draft, "C01", Map.of()).andExpect(status().isSeeOther());
        assertThat(item("C01").handling().process()).isEqualTo("先登记\n再核对");
        assertThat(pages.read("/admin/lists/" + draft).select("dt:contains(办理时限) + dd ins").eachText()).contains("当场办结");
    }

    @Test
    void howAConditionIsHandledIsPublic() throws Exception {
        pages.edit(draft, "C01", NOTES);
        var second = opening.open("second-admin", "a long enough password", "陈管理", Role.PROVINCE_ADMIN, "640000").actor();
        impacts.foresee(draft, admin);
        var asked = publication.ask(draft, drafting.list(draft, admin).lock(), new PublicationRequest("试行", "试行", null, false), admin);
        publication.confirm(draft, asked.lock(), second);
        jdbc.sql(
                "insert into risk_level_change (county, level, effective_at, recorded_at, notice) values ('640323', "
                        + "'MEDIUM', :at, :at, '通知')")
                .param("at", OffsetDateTime.parse("2020-03-25T00:00:00Z")).update();
        assertThat(pages.read("/counties/640323?lang=en").select("#C01 details:contains(Steps, papers, time) dd").eachText())
                .containsExactly("Register first, then check", "A form", "At once");
    }

    @Test
    void aParameterHasBounds() throws Exception {
        pages.edit(draft, "C01", Map.of("parameters[0].min", "1", "parameters[0].max", "7")).andExpect(status().isSeeOther());
        var days = item("C01").parameters().get("days");
        assertThat(days.min()).isEqualTo(1);
        assertThat(days.max()).isEqualTo(7);
        pages.edit(draft, "C01", Map.of("parameters[0].max", "")).andExpect(status().isSeeOther());
        assertThat(item("C01").parameters().get("days").max()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"parameters[0].min,-1,下限须是", "parameters[0].min,few,下限须是", "parameters[0].max,1000001,上限须是",
            "parameters[0].max,2,并在下限和上限之内",
            "parameters[0].min,4,并在下限和上限之内", "processEn,'',中文和英文请都填写", "time,'',中文和英文请都填写"})
    void whatDoesNotFitIsRefusedAtItsPlace(String field, String value, String message) throws Exception {
        var changes = new HashMap<>(NOTES);
        changes.put(field, value);
        var page = pages.edit(draft, "C01", changes).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString(message)));
        page.andExpect(content().string(containsString("href=\"#" + (message.startsWith("并") ? "parameters[0].value" : field) + "\"")));
        assertThat(item("C01").handling()).isEqualTo(Handling.NONE);
    }

    @Test
    void theFaultyPartOfARuleIsMarked() throws Exception {
        var path = "/admin/lists/" + draft + "/items/C01";
        var fields = pages.fields(path, "main form[novalidate]");
        for (var wrong : Map.of("answer >= f.planned_stuff * 2", "f.planned_stuff", "answer >= ", "=", "answer >= 'five'", ">")
                .entrySet()) {
            fields.put("rule", wrong.getKey());
            var check = pages.send("/admin/lists/" + draft + "/rule-check", fields).andExpect(status().isOk()).andReturn().getResponse()
                    .getContentAsString();
            assertThat(Jsoup.parse(check).select("mark").eachText()).as(wrong.getKey()).contains(wrong.getValue());
            pages.send(path, fields).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("<mark>")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            answer > 1 | 10000 |                | 最多 2,000 个字 |
            !          | 1000  | f.has_canteen  | 规则到这里嵌套太深 | !
            1+         | 900   | 1 < answer     | 规则太复杂，请减少括号层数和条件个数 |
            f.industry.matches('(a+)+$') | 1 |  | 也不能用正则表达式匹配文字 | f.industry.matches
            answer / 0 >= 1 | 1     |           | 规则中除数不能是 0 |
            answer >= f.planed_staff | 1 |      | 没有 f.planed_staff 这个名称，是不是 f.planned_staff？ | f.planed_staff
            answer == 'many' | 1    |           | “==”两边的类型不能这样用 | =
            answer >= 1 &&   | 1    |           | 规则没有写完 | &
            """)
    void aRuleThatIsNoneIsRefusedWithTheReasonAtItsPlace(String part, int times, String rest, String message, String marked)
            throws Exception {
        var path = "/admin/lists/" + draft + "/items/C01";
        var fields = pages.fields(path, "main form[novalidate]");
        fields.put("rule", part.repeat(times) + (rest == null ? "" : rest));
        var page = Jsoup.parse(
                pages.send(path, fields).andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString());
        assertThat(page.select(".error-summary a[href=#rule]").text()).contains(message);
        assertThat(page.select("#rule-check mark").eachText()).isEqualTo(marked == null ? List.of() : List.of(marked));
        assertThat(item("C01").rule()).isEqualTo("answer >= f.planned_staff * p.per_person_day * p.days");
    }

    @Test
    void aRuleIsReadOutInBothLanguagesWithItsCost() throws Exception {
        var check = pages.read("/admin/lists/" + draft + "/items/C01").selectFirst("#rule-check");
        assertThat(check.select("[lang=zh-CN]").text()).contains("读作：不少于 拟复工人数 × 每人每日 2 只 × 3 天");
        assertThat(check.select("[lang=en]").text()).contains("at least");
        assertThat(check.text()).contains("个字符");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            YES          |      |               |         | answer                          | YES_NO
            AT_LEAST     | 200  |               |         | answer >= p.least               | NUMBER
            AT_MOST      | 37.3 |               |         | answer <= p.most                | NUMBER
            AT_LEAST_PER | 2.5  | planned_staff |         | answer >= f.planned_staff * p.each | NUMBER
            ONE_OF       |      |               | 甲      | answer in ['甲']                | CHOICE
            NOT_OLDER    | 14   |               |         | age >= 0 && age <= p.days       | DATE
            """)
    void aCommonShapeWritesTheRuleAndOpensAgain(String kind, String figure, String fact, String choices, String rule, String answer)
            throws Exception {
        var path = "/admin/lists/" + draft + "/items/A01";
        var fields = pages.fields(path, "main form[novalidate]");
        assertThat(fields).containsEntry("kind", "YES");
        fields.putAll(Map.of("kind", kind, "write", "true", "title", "还没有保存的标题", "options", "乙"));
        fields.put("figure", figure == null ? "" : figure);
        fields.put("fact", fact == null ? "" : fact);
        fields.put("choices", choices == null ? "" : choices);
        var page = Jsoup.parse(pages.send(path, fields).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(page.selectFirst("#rule").text()).isEqualTo(rule);
        assertThat(page.selectFirst("#answer option[selected]").val()).isEqualTo(answer);
        assertThat(page.selectFirst("#title").val()).isEqualTo("还没有保存的标题");
        assertThat(page.select("#rule-check .verdict-met")).hasSize(1);
        assertThat(item("A01").title()).isNotEqualTo("还没有保存的标题");
        var written = new HashMap<String, String>();
        ((FormElement) page.selectFirst("main form[novalidate]")).formData().forEach(field -> written.put(field.key(), field.value()));
        pages.send(path, written).andExpect(status().isSeeOther());
        assertThat(pages.fields(path, "main form[novalidate]")).containsEntry("kind", kind).containsEntry("figure",
                figure == null ? "" : figure);
    }

    @ParameterizedTest
    @CsvSource({"'',,,,kind", "AT_LEAST,many,,,figure", "AT_LEAST_PER,2,has_canteen,,fact", "ONE_OF,,,' ',choices"})
    void aShapeThatLacksSomethingWritesNothing(String kind, String figure, String fact, String choices, String place) throws Exception {
        var path = "/admin/lists/" + draft + "/items/A01";
        var fields = pages.fields(path, "main form[novalidate]");
        fields.putAll(Map.of("kind", kind, "write", "true", "figure", figure == null ? "" : figure, "fact", fact == null ? "" : fact,
                "choices", choices == null ? "" : choices));
        pages.send(path, fields).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#" + place + "\"")))
                .andExpect(content().string(containsString(">answer</textarea>")));
    }

    @Test
    void aNewConditionIsGivenItsRuleByShape() throws Exception {
        var fields = pages.fields("/admin/lists/" + draft + "/items/new", "main form[novalidate]");
        fields.putAll(Map.of("kind", "YES", "write", "true", "title", "新的一项"));
        pages.send("/admin/lists/" + draft + "/items", fields).andExpect(status().isOk())
                .andExpect(content().string(containsString(">answer</textarea>")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            answer >= p.least | 没有 p.least 这个名称
            answer            | 规则可以使用
            """)
    void aRuleIsLookedAtWithoutScriptAndNothingIsSaved(String rule, String told) throws Exception {
        var path = "/admin/lists/" + draft + "/items/A01";
        var fields = pages.fields(path, "main form[novalidate]");
        fields.putAll(Map.of("check", "true", "rule", rule, "title", "还没有保存的标题"));
        var page = Jsoup.parse(pages.send(path, fields).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(page.select("#rule-check").text()).contains(told);
        assertThat(page.selectFirst("#title").val()).isEqualTo("还没有保存的标题");
        assertThat(item("A01").title()).isNotEqualTo("还没有保存的标题");
    }

    private ConditionItem item(String code) {
        return drafting.list(draft, admin).content().item(code).orElseThrow();
    }
}
