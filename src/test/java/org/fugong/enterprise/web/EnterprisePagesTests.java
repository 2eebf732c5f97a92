package org.fugong.enterprise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.Map;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Role;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.SizeClass;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.annotation.Transactional;

@WebTest
class EnterprisePagesTests {

    private static final Map<String, String> PROFILE = Map.of("name", "宁夏贺兰山机械有限公司", "legalRepresentative", "马建国",
            "contact", "王芳", "phone", "(0951) 6012345", "registeredAddress", "银川市兴庆区清和街1号", "industry", "34",
            "staff", "1,000", "revenue", "39999.99", "assets", "", "keyClass", "GENERAL");

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    Enterprises enterprises;
    @Autowired
    AccountOpening opening;

    @Test
    void theFirstProfileLeadsToTheFirstSiteAndThenToFiling() throws Exception {
        var firm = firms.registered("宁夏贺兰山机械有限公司");
        send(firm, Map.of()).andExpect(redirectedUrl("/my/enterprise/sites/new"));
        var known = enterprises.of(Firms.actor(firm)).orElseThrow();
        assertThat(known.isComplete()).isTrue();
        assertThat(known.sizeClass()).isEqualTo(SizeClass.MEDIUM);
        assertThat(known.phone()).hasToString("0951-6012345");
        mvc.perform(post("/my/enterprise/sites/new").with(csrf()).with(Session.as(Firms.actor(firm))).param("name", "总厂")
                .param("address", "清和街1号").param("county", "640104")).andExpect(redirectedUrl("/my/filings/new"));
        send(firm, Map.of()).andExpect(redirectedUrl("/my/enterprise"));
    }

    @Test
    void thePageShowsTheSizeAndWhatItFollowsFrom() throws Exception {
        var firm = firms.complete("宁夏说明有限公司");
        var page = page(firm);
        assertThat(page.select("#size").text()).contains("按“工业”的标准", "小型", "从业人员", "营业收入").doesNotContain("资产总额");
        assertThat(page.select("#industry option[selected]").text()).contains("34");
        assertThat(page.select("input[name=keyClass][checked]").val()).isEqualTo("GENERAL");
    }

    @Test
    void theSizeIsExplainedWhileTheFiguresAreTyped() throws Exception {
        var firm = firms.registered("宁夏试算有限公司");
        mvc.perform(get("/my/enterprise/size").with(Session.as(Firms.actor(firm))).param("industry", "47").param("revenue", "6000"))
                .andExpect(content().string(allOf(containsString("填写以下各项后自动算出"), containsString("资产总额"))));
        mvc.perform(get("/my/enterprise/size").with(Session.as(Firms.actor(firm))).param("industry", "47").param("revenue", "6000")
                .param("assets", "5000"))
                .andExpect(content().string(containsString("中型")));
        mvc.perform(get("/my/enterprise/size").with(Session.as(Firms.actor(firm))).param("industry", "no").param("staff", "many"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("自动算出")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"staff|1.5|从业人员请填", "staff|-1|从业人员请填", "staff|10000000|从业人员请填", "staff|很多|从业人员请填",
            "revenue|1.234|上年营业收入请填以万元计的金额", "revenue|99999999999|上年营业收入请填", "revenue||请填写上年营业收入：所选行业按它划分规模",
            "industry|A|请从列表中选择行业", "industry|98|请从列表中选择行业", "keyClass|OTHER|请从列表中选择重点类别", "phone|6012345|请填写能拨通的电话",
            "registeredAddress||请填写注册地址"})
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String field, String typed, String told) throws Exception {
        var firm = firms.registered("宁夏出错有限公司");
        var page = Jsoup.parse(send(firm, Map.of(field, typed == null ? "" : typed)).andExpect(status().isUnprocessableContent())
                .andReturn().getResponse().getContentAsString());
        assertThat(page.select(".error-summary a[href=#" + field + "]").text()).contains(told);
        assertThat(page.select("#" + field + "-error").text()).contains(told);
        assertThat(page.select("#" + field)).hasSize(1);
        assertThat(page.select("#contact").val()).isEqualTo("王芳");
        assertThat(enterprises.of(Firms.actor(firm)).orElseThrow().isComplete()).isFalse();
    }

    static String[] bad() {
        return RegistrationPagesTests.bad();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void oddTextInAnyFieldIsAnsweredWithAPage(String odd) throws Exception {
        var firm = firms.registered("宁夏怪字有限公司");
        for (var field : PROFILE.keySet()) {
            assertThat(send(firm, Map.of(field, odd)).andReturn().getResponse().getStatus()).as(field).isIn(422, 302, 303);
        }
    }

    @Test
    void theRareCharactersOfRealNamesAreKept() throws Exception {
        var firm = firms.registered("宁夏𠮷野有限公司");
        send(firm, Map.of("contact", "𬱖龘·买买提")).andExpect(redirectedUrl("/my/enterprise/sites/new"));
        assertThat(page(firm).select("#contact").val()).isEqualTo("𬱖龘·买买提");
    }

    @Test
    void thePageSpeaksEnglish() throws Exception {
        var firm = firms.complete("Ningxia English Co.");
        mvc.perform(get("/my/enterprise").param("lang", "en").with(Session.as(Firms.actor(firm)))).andExpect(status().isOk())
                .andExpect(content().string(
                        allOf(containsString("Size of the enterprise"), containsString("By the standard for &quot;Industry&quot;"))));
    }

    @Test
    @Transactional
    void anAccountWithoutAFirmFindsNothing() throws Exception {
        var stranger = opening.open("firmless", "a long enough password", "x", Role.ENTERPRISE, null).actor();
        mvc.perform(get("/my/enterprise").with(Session.as(stranger))).andExpect(status().isNotFound());
    }

    private Document page(Enterprise firm) throws Exception {
        return Jsoup.parse(mvc.perform(get("/my/enterprise").with(Session.as(Firms.actor(firm)))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString());
    }

    @Test
    void twoPagesKeepBothWhatEachHasChanged() throws Exception {
        var firm = firms.complete("宁夏双页有限公司");
        var old = form(firm);
        sent(firm, with(old, "contact", "李四")).andExpect(status().is3xxRedirection());
        sent(firm, with(old, "staff", "61")).andExpect(status().is3xxRedirection());
        var kept = enterprises.of(Firms.actor(firm)).orElseThrow();
        assertThat(kept.contact()).isEqualTo("李四");
        assertThat(kept.staff()).isEqualTo(61);
        var told = Jsoup.parse(sent(firm, with(old, "contact", "赵五")).andExpect(status().isUnprocessableContent()).andReturn().getResponse()
                .getContentAsString());
        assertThat(told.select("#m-contact").text()).contains("存为“李四”");
        assertThat(told.select("#contact").val()).isEqualTo("赵五");
        assertThat(told.select("#staff").val()).isEqualTo("61");
        assertThat(enterprises.of(Firms.actor(firm)).orElseThrow().contact()).isEqualTo("李四");
    }

    private static Map<String, String> with(Map<String, String> form, String field, String text) {
        var changed = new HashMap<>(form);
        changed.put(field, text);
        return changed;
    }

    private ResultActions send(Enterprise firm, Map<String, String> changes) throws Exception {
        var fields = form(firm);
        fields.putAll(PROFILE);
        fields.putAll(changes);
        return sent(firm, fields);
    }

    private ResultActions sent(Enterprise firm, Map<String, String> fields) throws Exception {
        var request = post("/my/enterprise").with(csrf()).with(Session.as(Firms.actor(firm)));
        fields.forEach(request::param);
        return mvc.perform(request);
    }

    /** What a browser would send of the page as it stands, with the versions that it shows. */
    private Map<String, String> form(Enterprise firm) throws Exception {
        var fields = new HashMap<String, String>();
        var page = Jsoup.parse(mvc.perform(get("/my/enterprise").with(Session.as(Firms.actor(firm)))).andReturn().getResponse()
                .getContentAsString());
        page.select("main form").last().select("input[type=text], input[type=hidden], input[checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.put("industry", page.select("#industry option[selected]").val());
        fields.remove("_csrf");
        return fields;
    }
}
