package org.fugong.condition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.Example;
import org.fugong.condition.ListDrafting;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Verdict;
import org.jsoup.Jsoup;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class ListExampleTests {

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    ListDrafting drafting;

    private Actor admin;
    private EditorPages pages;
    private long draft;
    private String path;

    @BeforeEach
    void adminWithADraft() {
        admin = opening.open("example-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        pages = new EditorPages(mvc, admin);
        draft = drafting.start(RiskLevel.MEDIUM, admin).id();
        path = "/admin/lists/" + draft + "/examples";
    }

    @Test
    void everyExampleOpensAndIsSavedWithoutAChange() throws Exception {
        var before = examples();
        for (int i = 0; i < before.size(); i++) {
            pages.send(path + "/" + i, fields(i)).andExpect(redirectedUrl(path));
        }
        assertThat(examples()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void anExampleIsAddedAndFailsUntilItIsRight() throws Exception {
        var fields = fields(examples().size());
        fields.put("name", "少口罩的工厂");
        set(fields, "facts", "name", "planned_staff", "value", "100");
        set(fields, "rows", "code", "C01", "answer", "450");
        set(fields, "rows", "code", "C01", "expected", "MET");
        pages.send(path + "/" + examples().size(), fields).andExpect(redirectedUrl(path));
        assertThat(pages.read(path).select("li:contains(少口罩的工厂) .verdict-unmet").text()).contains("C01").contains("应为“符合”，按规则是“不符合”")
                .contains("150");
        var number = examples().size() - 1;
        assertThat(pages.read(path + "/" + number).select("#C01 .verdict-unmet").text()).contains("按规则是“不符合”");
        fields = fields(number);
        set(fields, "rows", "code", "C01", "expected", "UNMET");
        pages.send(path + "/" + number, fields).andExpect(redirectedUrl(path));
        assertThat(pages.read(path).select("li:contains(少口罩的工厂) .tag-met")).hasSize(1);
        pages.send(path + "/" + number + "/removal", Map.of("lock", fields(number).get("lock"))).andExpect(redirectedUrl(path));
        assertThat(examples()).extracting(Example::name).doesNotContain("少口罩的工厂");
    }

    @Test
    void whatTheRulesSayIsTakenOverButNotSaved() throws Exception {
        var number = examples().size();
        var fields = fields(number);
        fields.put("name", "照规则");
        set(fields, "facts", "name", "planned_staff", "value", "100");
        set(fields, "rows", "code", "C01", "answer", "600");
        fields.put("take", "true");
        var page = Jsoup
                .parse(pages.send(path + "/" + number, fields).andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(page.select("#C01 option[selected]").eachAttr("value")).containsExactly("MET");
        assertThat(examples()).hasSize(number);
        var taken = new LinkedHashMap<String, String>();
        ((FormElement) page.selectFirst("main form[novalidate]")).formData().forEach(field -> taken.put(field.key(), field.value()));
        pages.send(path + "/" + number, taken).andExpect(redirectedUrl(path));
        assertThat(examples().getLast().expected()).containsEntry("C01", Verdict.MET);
        assertThat(pages.read(path).select("li:contains(照规则) .tag-met")).hasSize(1);
    }

    @Test
    void eachConditionSaysWhetherBothOutcomesAreShown() throws Exception {
        assertThat(pages.read("/admin/lists/" + draft).select("#C01 .tag").eachText()).contains("示例齐全");
        while (!examples().isEmpty()) {
            pages.send(path + "/0/removal", Map.of("lock", lock()));
        }
        assertThat(pages.read("/admin/lists/" + draft).select("#C01 .tag").eachText()).contains("没有示例");
        assertThat(pages.read(path).text()).contains("还没有示例");
    }

    @ParameterizedTest
    @CsvSource({"facts,name,planned_staff,value,many,请填写数字", "facts,name,has_canteen,value,perhaps,请选择是或否",
            "facts,name,day,value,yesterday,日期请按",
            "rows,code,C01,answer,few,请填写数字", "rows,code,C01,expected,PERHAPS,请选择一项"})
    void whatCannotBeReadIsRefusedAtItsPlace(String list, String key, String of, String field, String value, String message)
            throws Exception {
        var before = examples();
        var fields = fields(0);
        var name = set(fields, list, key, of, field, value);
        pages.send(path + "/0", fields).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString(message)))
                .andExpect(content().string(containsString("href=\"#" + name + "\"")));
        assertThat(examples()).isEqualTo(before);
    }

    @Test
    void aNameThatIsTakenAndAStateThatIsPastAreRefused() throws Exception {
        var fields = fields(examples().size());
        fields.put("name", examples().getFirst().name());
        pages.send(path + "/" + examples().size(), fields).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("已经有了")));
        fields.put("name", "");
        pages.send(path + "/" + examples().size(), fields).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#name\"")));
        var late = fields(0);
        late.put("name", "迟到的名称");
        pages.edit(draft, "C01", Map.of("title", "别人改的"));
        pages.send(path + "/0", late).andExpect(status().isConflict()).andExpect(content().string(containsString("刚才的操作没有生效")))
                .andExpect(content().string(containsString("迟到的名称")));
        pages.get(path + "/99").andExpect(status().isNotFound());
    }

    @Test
    void aFigureThatMakesAnExampleFailIsSeen() throws Exception {
        var medium = drafting.list(draft, admin);
        var item = medium.content().item("C01").orElseThrow();
        drafting.setParameters(draft, medium.lock(), "C01", Map.of("days", 1000.0), admin);
        assertThat(pages.read(path).select(".verdict-unmet").text()).contains("C01 " + item.title());
    }

    private List<Example> examples() {
        return drafting.list(draft, admin).content().examples();
    }

    private String lock() {
        return String.valueOf(drafting.list(draft, admin).lock());
    }

    private Map<String, String> fields(int number) throws Exception {
        return pages.fields(path + "/" + number, "main form[novalidate]");
    }

    /** Sets one field of the row of a list whose key has this value. */
    private static String set(Map<String, String> fields, String list, String key, String of, String field, String value) {
        var row = fields.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(list) && entry.getKey().endsWith("]." + key) && entry.getValue().equals(of))
                .findFirst().orElseThrow().getKey();
        var name = row.substring(0, row.lastIndexOf('.') + 1) + field;
        fields.put(name, value);
        return name;
    }
}
