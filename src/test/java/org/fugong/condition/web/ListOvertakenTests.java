package org.fugong.condition.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.fugong.OpenedForm;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.Example;
import org.fugong.condition.ListContent;
import org.fugong.condition.ListDrafting;
import org.fugong.risk.RiskLevel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** Two admins of a province with the same draft open: the second is told by whom it was changed, and decides anew. */
@WebTest
@Transactional
class ListOvertakenTests {

    private static final String TOLD = "“李管理”已在";

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    ListDrafting drafting;

    private Actor admin;
    private Actor second;
    private String list;

    @BeforeEach
    void draft() {
        admin = opening.open("overtaken-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        second = opening.open("overtaken-other", "a long enough password", "李管理", Role.PROVINCE_ADMIN, "640000").actor();
        list = "/admin/lists/" + drafting.start(RiskLevel.MEDIUM, admin).id();
    }

    @Test
    void aDraftThatHasChangedIsNotDiscarded() throws Exception {
        var removal = open(list, list + "/removal");
        change("别人的标题");
        told(removal, list);
        assertThat(item().title()).isEqualTo("别人的标题");
        open(list, list + "/removal").send().andExpect(redirectedUrl("/admin/lists"));
        mvc.perform(get(list).with(Session.as(admin))).andExpect(status().isNotFound());
    }

    @Test
    void aConditionThatHasChangedIsNotRemoved() throws Exception {
        var removal = open(list + "/items/C01", list + "/items/C01/removal");
        change("别人的标题");
        told(removal, list);
        assertThat(item().title()).isEqualTo("别人的标题");
        open(list + "/items/C01", list + "/items/C01/removal").send().andExpect(redirectedUrl(list));
        assertThat(stored().item("C01")).isEmpty();
    }

    @Test
    void aConditionIsNotMovedInAnOrderThatHasChanged() throws Exception {
        var move = open(list, list + "/items/A01/position").type("direction", "down");
        open(list, list + "/items/A02/position").type("direction", "down").send();
        var moved = stored().items();
        move.send().andExpect(redirectedUrl(list + "#A01")).andExpect(flash().attributeExists("overtaken"));
        assertThat(stored().items()).isEqualTo(moved);
        open(list, list + "/items/A01/position").type("direction", "down").send();
        assertThat(stored().items()).isNotEqualTo(moved);
    }

    @Test
    void anExampleIsNotRemovedOnceTheDraftHasChanged() throws Exception {
        var removal = open(list + "/examples/0", list + "/examples/0/removal");
        change("别人的标题");
        told(removal, list + "/examples");
        open(list + "/examples/0", list + "/examples/0/removal").send().andExpect(redirectedUrl(list + "/examples"));
    }

    @Test
    void anExampleIsSavedOverAnotherOnlyAfterThatWasShown() throws Exception {
        var mine = open(list + "/examples/0", list + "/examples/0").type("name", "我的示例");
        OpenedForm.open(mvc, second, list + "/examples/0", list + "/examples/0").type("name", "别人的示例").send();
        var told = mine.send().andExpect(status().isConflict()).andExpect(content().string(containsString(TOLD)))
                .andExpect(content().string(containsString("这里现在是示例“别人的示例”"))).andReturn().getResponse().getContentAsString();
        assertThat(stored().examples()).extracting(Example::name).contains("别人的示例").doesNotContain("我的示例");
        var again = OpenedForm.of(mvc, admin, told, list + "/examples/0");
        assertThat(again.value("name")).isEqualTo("我的示例");
        again.send().andExpect(redirectedUrl(list + "/examples"));
        assertThat(stored().examples()).extracting(Example::name).contains("我的示例");
    }

    @Test
    void aDraftThatHasChangedIsNotAskedToBePublished() throws Exception {
        var mine = request("宁应指〔2020〕20号");
        change("别人的标题");
        var told = mine.send().andExpect(status().isConflict()).andExpect(content().string(containsString(TOLD))).andReturn()
                .getResponse().getContentAsString();
        assertThat(OpenedForm.of(mvc, admin, told, list + "/publication/request").value("basis")).isEqualTo("宁应指〔2020〕20号");
        foresee();
        OpenedForm.of(mvc, admin, told, list + "/publication/request").send().andExpect(redirectedUrl(list + "/publication"));
    }

    @Test
    void whatIsAskedForTwiceStandsBesideWhatTheFirstHasAskedFor() throws Exception {
        foresee();
        var mine = request("我写的依据");
        var same = request("别人写的依据");
        request("别人写的依据").send().andExpect(redirectedUrl(list + "/publication"));
        mine.send().andExpect(status().isConflict()).andExpect(content().string(containsString("已经有人申请发布这份草稿")))
                .andExpect(content().string(containsString("我写的依据"))).andExpect(content().string(containsString("别人写的依据")));
        same.send().andExpect(redirectedUrl(list + "/publication"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/publication", "/publication/request/return"})
    void whatWasAskedForAnewIsNotConfirmedOrSentBackUnseen(String act) throws Exception {
        foresee();
        request("第一份依据").send();
        var mine = OpenedForm.open(mvc, second, list + "/publication", list + act).type("why", "请补充依据");
        // the page of whoever has asked offers to take it back
        OpenedForm.open(mvc, admin, list + "/publication", list + "/publication/request/return").send();
        request("第二份依据").send().andExpect(redirectedUrl(list + "/publication"));
        var told = mine.send().andExpect(status().isConflict()).andExpect(content().string(containsString("“刘管理”已在")))
                .andExpect(content().string(containsString("第二份依据"))).andReturn().getResponse().getContentAsString();
        assertThat(drafting.list(id(), admin).asked()).isTrue();
        OpenedForm.of(mvc, second, told, list + act).send().andExpect(redirectedUrl(list));
        assertThat(drafting.list(id(), admin).asked() && drafting.list(id(), admin).draft()).isFalse();
    }

    @Test
    void whatIsPublishedMeanwhileKeepsWhatWasTypedOnThePageOfErrors() throws Exception {
        foresee();
        var mine = request("迟到的依据");
        request("依据").send();
        OpenedForm.open(mvc, second, list + "/publication", list + "/publication").send().andExpect(redirectedUrl(list));
        mine.send().andExpect(status().isConflict());
        assertThat(drafting.list(id(), admin).basis()).isEqualTo("依据");
    }

    private OpenedForm open(String page, String action) throws Exception {
        return OpenedForm.open(mvc, admin, page, action);
    }

    private OpenedForm request(String basis) throws Exception {
        return open(list + "/publication", list + "/publication/request").type("basis", basis).type("reason", "口罩供应好转");
    }

    private void foresee() throws Exception {
        mvc.perform(post(list + "/impact").with(Session.as(admin)).with(csrf()));
    }

    private void change(String title) throws Exception {
        new EditorPages(mvc, second).edit(id(), "C01", Map.of("title", title)).andExpect(status().is3xxRedirection());
    }

    /** Sent back to a page that says by whom the draft was changed. */
    private void told(OpenedForm form, String page) throws Exception {
        var flash = form.send().andExpect(redirectedUrl(page)).andReturn().getFlashMap();
        mvc.perform(get(page).flashAttr("overtaken", flash.get("overtaken")).with(Session.as(admin))).andExpect(status().isOk())
                .andExpect(content().string(containsString(TOLD)));
    }

    private long id() {
        return Long.parseLong(list.substring(list.lastIndexOf('/') + 1));
    }

    private ListContent stored() {
        return drafting.list(id(), admin).content();
    }

    private ConditionItem item() {
        return stored().item("C01").orElseThrow();
    }
}
