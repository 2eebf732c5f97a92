package org.fugong.condition.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListPublication;
import org.fugong.risk.RiskLevel;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class ListTransferTests {

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    ListDrafting drafting;
    @Autowired
    ConditionLists lists;
    @Autowired
    ListPublication publication;
    @Autowired
    ListImpacts impacts;
    @Autowired
    JdbcClient jdbc;

    private Actor admin;
    private EditorPages pages;

    @BeforeEach
    void admin() {
        admin = opening.open("transfer-admin", "a long enough password", "刘管理", Role.PROVINCE_ADMIN, "640000").actor();
        pages = new EditorPages(mvc, admin);
    }

    @Test
    void aVersionIsTakenAwayAndBroughtBackAsADraft() throws Exception {
        var published = newest(RiskLevel.HIGH);
        var file = file(published);
        upload(RiskLevel.HIGH, file, Map.of()).andExpect(status().isSeeOther());
        var draft = newest(RiskLevel.HIGH);
        assertThat(draft.draft()).isTrue();
        assertThat(draft.content()).isEqualTo(published.content());
        pages.get("/admin/lists/" + published.id() + ".yaml").andExpect(header().string("Content-Disposition",
                "attachment; filename=\"fugong-640000-high-" + published.version() + ".yaml\""));
    }

    @Test
    void whatIsBroughtInLeavesItsTrace() throws Exception {
        var file = file(newest(RiskLevel.HIGH)).replaceFirst("title: 主要负责人[^\n]*", "title: 专班").replaceFirst("title_en: Masks[^\n]*",
                "title_en: Masks");
        upload(RiskLevel.HIGH, file.replaceFirst("zh: 只", "zh: 个"), Map.of()).andExpect(status().isSeeOther());
        var draft = newest(RiskLevel.HIGH);
        assertThat(draft.content().item("A01").orElseThrow().title()).isEqualTo("专班");
        var trace = jdbc.sql("select after::text from audit_entry where subject = :subject and action = 'list.changed'")
                .param("subject", "list:640000/HIGH/" + draft.version()).query(String.class).single();
        assertThat(trace).contains("A01.title", "专班", "unit.mask");
    }

    @Test
    void aDraftIsOnlyReplacedAfterSayingSo() throws Exception {
        var file = file(newest(RiskLevel.LOW));
        var draft = drafting.start(RiskLevel.LOW, admin);
        pages.edit(draft.id(), "A01", Map.of("title", "草稿里的标题"));
        var lock = String.valueOf(newest(RiskLevel.LOW).lock());
        upload(RiskLevel.LOW, file, Map.of("lock", lock)).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#replace\"")));
        upload(RiskLevel.LOW, file, Map.of()).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("刚刚有变化")))
                .andExpect(content().string(containsString("刚才的操作没有生效")));
        upload(RiskLevel.LOW, file, Map.of("lock", "0", "replace", "true")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("刚刚有变化"))).andExpect(content().string(containsString("”已在")));
        assertThat(newest(RiskLevel.LOW).content().item("A01").orElseThrow().title()).isEqualTo("草稿里的标题");
        upload(RiskLevel.LOW, file, Map.of("lock", lock, "replace", "true")).andExpect(redirectedUrl("/admin/lists/" + draft.id()));
        assertThat(newest(RiskLevel.LOW).content().item("A01").orElseThrow().title()).isNotEqualTo("草稿里的标题");
    }

    @Test
    void allFaultsAreToldWithLineAndConditionAndNothingIsTaken() throws Exception {
        var before = newest(RiskLevel.LOW);
        var file = file(before).replaceFirst("category: A", "category: Z").replaceFirst("relax: down", "relax: sideways");
        var page = Jsoup.parse(upload(RiskLevel.LOW, file, Map.of()).andExpect(status().isUnprocessableContent()).andReturn().getResponse()
                .getContentAsString());
        assertThat(page.select(".error-summary a").attr("href")).isEqualTo("#file");
        assertThat(page.select(".register tbody tr").size()).isEqualTo(2);
        var first = page.select(".register tbody tr").first().select("td").eachText();
        assertThat(file.lines().toList().get(Integer.parseInt(first.get(0)) - 1)).contains("category: Z");
        assertThat(first.subList(1, 3)).containsExactly("A01", "category 不能是“Z”，可以是：A, B, C, D, E, F");
        assertThat(newest(RiskLevel.LOW).id()).isEqualTo(before.id());
    }

    @Test
    void withoutAFileThereIsNothingToDo() throws Exception {
        upload(RiskLevel.LOW, "", Map.of()).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("请选择一个文件")));
        pages.send("/admin/lists/drafts/file", Map.of("level", "LOW")).andExpect(status().isUnprocessableContent());
    }

    @Test
    void aConditionIsPutIntoTheDraftOfAnotherLevel() throws Exception {
        var medium = drafting.start(RiskLevel.MEDIUM, admin);
        pages.edit(medium.id(), "C01", Map.of("title", "两个等级共用的标题"));
        assertThat(pages.read("/admin/lists/" + medium.id() + "/items/C01").select("section:contains(其他等级) li").eachText())
                .hasSize(2).allMatch(line -> line.contains("第 1 版"));
        var path = "/admin/lists/" + medium.id() + "/items/C01/levels/HIGH";
        var fields = pages.fields(path, "main form");
        assertThat(pages.read(path).select("ins").eachText()).contains("两个等级共用的标题");
        fields.put("use", "GUIDE");
        pages.send(path, fields).andExpect(status().isSeeOther());
        var high = newest(RiskLevel.HIGH);
        assertThat(high.draft()).isTrue();
        assertThat(high.content().item("C01").orElseThrow().title()).isEqualTo("两个等级共用的标题");
        assertThat(high.content().item("C01").orElseThrow().use()).isEqualTo(ConditionUse.GUIDE);
        pages.send(path, fields).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("刚刚有变化")))
                .andExpect(content().string(containsString("刚才的操作没有生效")));
    }

    @Test
    void aConditionThatIsNotThereYetIsAdded() throws Exception {
        var medium = drafting.start(RiskLevel.MEDIUM, admin);
        var fields = pages.fields("/admin/lists/" + medium.id() + "/items/C01", "main form[novalidate]");
        fields.put("code", "C99");
        pages.send("/admin/lists/" + medium.id() + "/items", fields).andExpect(status().isSeeOther());
        var path = "/admin/lists/" + medium.id() + "/items/C99/levels/LOW";
        pages.send(path, Map.of("use", "", "lock", "")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("href=\"#use\"")));
        pages.send(path, Map.of("use", "GUIDE", "lock", "")).andExpect(status().isSeeOther());
        assertThat(newest(RiskLevel.LOW).content().items().getLast().code()).isEqualTo("C99");
    }

    @Test
    void aConditionWhoseFactsAreNotKnownThereIsRefused() throws Exception {
        var file = file(newest(RiskLevel.LOW));
        var without = file.replaceFirst("(?s)\nexamples:.*", "\n").replaceFirst("(?s)  venue_operator:.*?\n(?=  [a-z])", "")
                .replace("f.venue_operator", "true");
        upload(RiskLevel.LOW, without, Map.of()).andExpect(status().isSeeOther());
        var low = newest(RiskLevel.LOW);
        var item = newest(RiskLevel.MEDIUM).content().items().stream()
                .filter(one -> one.when() != null && one.when().contains("f.venue_operator")).findFirst().orElseThrow();
        pages.send("/admin/lists/" + newest(RiskLevel.MEDIUM).id() + "/items/" + item.code() + "/levels/LOW",
                Map.of("use", "GUIDE", "lock", String.valueOf(low.lock())))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("没有 f.venue_operator 这个名称")));
        assertThat(newest(RiskLevel.LOW).content()).isEqualTo(low.content());
    }

    @Test
    void aDraftThatWaitsForConfirmationIsLeftAlone() throws Exception {
        var medium = newest(RiskLevel.MEDIUM);
        var draft = drafting.start(RiskLevel.LOW, admin);
        impacts.foresee(draft.id(), admin);
        var lock = String.valueOf(publication.ask(draft.id(), draft.lock(), new PublicationRequest("试行", "试行", null, false), admin).lock());
        upload(RiskLevel.LOW, file(draft), Map.of("lock", lock, "replace", "true")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("正在等待另一位管理员确认")));
        pages.send("/admin/lists/" + medium.id() + "/items/C01/levels/LOW", Map.of("use", "COMMIT", "lock", lock))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("正在等待另一位管理员确认")));
        assertThat(newest(RiskLevel.LOW).asked()).isTrue();
    }

    private ConditionList newest(RiskLevel level) {
        return lists.findByProvinceAndLevelOrderByVersionDesc("640000", level).getFirst();
    }

    private String file(ConditionList list) throws Exception {
        return pages.get("/admin/lists/" + list.id() + ".yaml").andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString(UTF_8);
    }

    private ResultActions upload(RiskLevel level, String file, Map<String, String> fields) throws Exception {
        var request = multipart("/admin/lists/drafts/file")
                .file(new MockMultipartFile("file", "list.yaml", "application/yaml", file.getBytes(UTF_8)));
        request.param("level", level.name());
        fields.forEach(request::param);
        return mvc.perform(request.with(Session.as(admin)).with(csrf()));
    }
}
