package org.fugong.enterprise.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.util.HashMap;
import java.util.Map;
import org.fugong.OpenedForm;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.enterprise.Sites;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@WebTest
class SitePagesTests {

    private static final String XINGQING = "640104";
    private static final String XIXIA = "640105";
    private static final String NINGDONG = "649901";
    private static final Map<String, String> SITE = Map.of("name", "总厂", "address", "清和街1号", "county", XINGQING,
            "township", "640104001", "park", "");

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    Sites sites;

    @Test
    void theFirstSiteStartsFromTheRegisteredAddress() throws Exception {
        var page = page(firms.complete("宁夏首处有限公司"), "new");
        assertThat(page.select("#address").val()).isEqualTo("银川市兴庆区清和街1号");
        assertThat(page.select("#county option[value=" + NINGDONG + "]")).hasSize(1);
        assertThat(page.select("#county option[value=110101]")).isEmpty();
        assertThat(page.select("#county[data-search] optgroup[data-words] option[value=640104]").attr("data-words")).contains("xqq");
    }

    @ParameterizedTest
    @CsvSource({"640104, 640104", "110101, ''", "nowhere, ''"})
    void theFirstSiteIsInTheCountyThatWasLookedUp(String remembered, String chosen) throws Exception {
        var firm = firms.complete("宁夏县区有限公司");
        var page = withCounty(firm, remembered);
        assertThat(page.select("#county option[selected]").val()).isEqualTo(chosen);
        assertThat(page.select(".carried").eachText()).hasSize(chosen.isEmpty() ? 2 : 3);
        send(firm, "new", Map.of());
        assertThat(withCounty(firm, remembered).select("#county option[selected], .carried")).isEmpty();
    }

    private Document withCounty(Enterprise firm, String remembered) throws Exception {
        return Jsoup.parse(mvc.perform(get("/my/enterprise/sites/new").cookie(new Cookie("county", remembered))
                .with(Session.as(Firms.actor(firm)))).andReturn().getResponse().getContentAsString());
    }

    @Test
    void aSiteIsAddedChangedAndListed() throws Exception {
        var firm = firms.complete("宁夏场所有限公司");
        send(firm, "new", Map.of()).andExpect(redirectedUrl("/my/filings/new"));
        var site = sites.of(firm).getFirst();
        assertThat(site.township()).isEqualTo("640104001");
        assertThat(site.park()).isNull();
        assertThat(page(firm, site.id().toString()).select("#township option[selected]").val()).isEqualTo("640104001");
        send(firm, "new", Map.of("name", "分厂", "county", NINGDONG, "township", "", "park", "宁东化工园"))
                .andExpect(redirectedUrl("/my/enterprise"));
        send(firm, site.id().toString(), Map.of("address", "新址2号")).andExpect(redirectedUrl("/my/enterprise"));
        mvc.perform(get("/my/enterprise").with(Session.as(Firms.actor(firm))))
                .andExpect(content().string(containsString("新址2号"))).andExpect(content().string(containsString("分厂")));
    }

    @Test
    void anotherFirmsSiteIsNotFound() throws Exception {
        var site = firms.site(firms.complete("宁夏甲有限公司"), XINGQING);
        var other = firms.complete("宁夏乙有限公司");
        mvc.perform(get("/my/enterprise/sites/" + site.id()).with(Session.as(Firms.actor(other)))).andExpect(status().isNotFound());
        send(other, site.id().toString(), Map.of()).andExpect(status().isNotFound());
        send(other, site.id().toString(), Map.of("show", "townships")).andExpect(status().isNotFound());
        assertThat(sites.findByIdAndEnterpriseId(site.id(), site.enterpriseId())).map(Site::name).contains("厂区 640104");
    }

    @ParameterizedTest
    @CsvSource({"0", "999999999999999999", "9999999999999999999", "abc", "-1"})
    void aSiteThatDoesNotExistIsNotFound(String id) throws Exception {
        mvc.perform(get("/my/enterprise/sites/" + id).with(Session.as(Firms.actor(firms.complete("宁夏丙有限公司")))))
                .andExpect(status().isNotFound());
    }

    @Test
    void aSecondTapIsTheSameSite() throws Exception {
        var firm = firms.complete("宁夏慢线有限公司");
        send(firm, "new", Map.of()).andExpect(redirectedUrl("/my/filings/new"));
        send(firm, "new", Map.of()).andExpect(redirectedUrl("/my/filings/new"));
        assertThat(sites.of(firm)).hasSize(1);
    }

    @Test
    void whatAColleagueHasChosenMeanwhileIsToldByItsName() throws Exception {
        var firm = firms.complete("宁夏同事有限公司");
        send(firm, "new", Map.of());
        var address = "/my/enterprise/sites/" + sites.of(firm).getFirst().id();
        var actor = Firms.actor(firm);
        var older = OpenedForm.open(mvc, actor, address, address);
        OpenedForm.open(mvc, actor, address, address).type("county", XIXIA).type("township", "").send()
                .andExpect(status().is3xxRedirection());
        var told = Jsoup.parse(older.type("county", NINGDONG).type("township", "").send().andExpect(status().isUnprocessableContent())
                .andReturn().getResponse().getContentAsString());
        assertThat(told.select("#county-error").text()).contains("把这一项存为“西夏区”");
        assertThat(told.select("#county option[selected]").val()).isEqualTo(NINGDONG);
    }

    @Test
    void twoPagesOfASiteKeepBothWhatEachHasChanged() throws Exception {
        var firm = firms.complete("宁夏两页有限公司");
        send(firm, "new", Map.of());
        var address = "/my/enterprise/sites/" + sites.of(firm).getFirst().id();
        var actor = Firms.actor(firm);
        var older = OpenedForm.open(mvc, actor, address, address);
        OpenedForm.open(mvc, actor, address, address).type("name", "一厂").send().andExpect(status().is3xxRedirection());
        older.type("park", "高新区").send().andExpect(status().is3xxRedirection());
        assertThat(sites.of(firm)).extracting(Site::name, Site::park).containsExactly(tuple("一厂", "高新区"));
    }

    @Test
    void whatAColleagueHasChosenOfTheProfileIsToldByItsName() throws Exception {
        var actor = Firms.actor(firms.complete("宁夏行业有限公司"));
        var older = OpenedForm.open(mvc, actor, "/my/enterprise", "/my/enterprise");
        OpenedForm.open(mvc, actor, "/my/enterprise", "/my/enterprise").type("industry", "62").type("keyClass", "LEADING_OR_KEY_PROJECT")
                .send()
                .andExpect(status().is3xxRedirection());
        var told = Jsoup
                .parse(older.type("industry", "52").type("keyClass", "CITY_OPERATION").send().andExpect(status().isUnprocessableContent())
                        .andReturn().getResponse().getContentAsString());
        assertThat(told.select("#industry-error").text()).contains("存为“餐饮业”");
        assertThat(told.select("#keyClass-error").text()).contains("存为“龙头企业或重点项目”");
    }

    @Test
    void twoSitesCannotShareAName() throws Exception {
        var firm = firms.complete("宁夏重名有限公司");
        send(firm, "new", Map.of());
        send(firm, "new", Map.of("address", "别处")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("已经有同名的经营场所")));
        send(firm, "new", Map.of("name", "分厂"));
        var second = sites.of(firm).getLast();
        send(firm, second.id().toString(), Map.of("address", "别处")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("已经有同名的经营场所")));
    }

    @Test
    void townshipsFollowTheCountyWithoutAScript() throws Exception {
        var firm = firms.complete("宁夏无脚本有限公司");
        var page = Jsoup.parse(send(firm, "new", Map.of("show", "townships", "name", "", "county", XIXIA, "township", ""))
                .andExpect(status().isOk()).andReturn().getResponse().getContentAsString());
        assertThat(page.select("#township option[value^=640105]")).isNotEmpty();
        assertThat(page.select(".error-summary")).isEmpty();
        assertThat(page.select("#address").val()).isEqualTo("清和街1号");
    }

    @Test
    void townshipsFollowTheCountyWithAScript() throws Exception {
        var actor = Firms.actor(firms.complete("宁夏脚本有限公司"));
        mvc.perform(get("/my/enterprise/sites/townships").param("county", XIXIA).with(Session.as(actor)))
                .andExpect(status().isOk()).andExpect(content().string(containsString("value=\"640105")));
        mvc.perform(get("/my/enterprise/sites/townships").param("county", "nowhere").with(Session.as(actor))).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"county||请选择所在县区", "county|110101|请从列表中选择县区", "county|银川|请从列表中选择县区",
            "township|640105001|不在所选的县区", "township|x|不在所选的县区", "name||请填写场所名称", "address||请填写经营地址"})
    void whatIsWrongIsSaidAndWhatWasTypedIsKept(String field, String typed, String told) throws Exception {
        var firm = firms.complete("宁夏出错场所有限公司");
        var page = Jsoup.parse(send(firm, "new", Map.of("park", "高新区", field, typed == null ? "" : typed))
                .andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString());
        assertThat(page.select(".error-summary a[href=#" + field + "]").text()).contains(told);
        assertThat(page.select("#" + field)).hasSize(1);
        assertThat(page.select("#park").val()).isEqualTo("高新区");
        assertThat(sites.of(firm)).isEmpty();
    }

    static String[] bad() {
        return RegistrationPagesTests.bad();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void oddTextInAnyFieldIsAnsweredWithAPage(String odd) throws Exception {
        var firm = firms.complete("宁夏怪字有限公司");
        for (var field : SITE.keySet()) {
            assertThat(send(firm, "new", Map.of(field, odd)).andReturn().getResponse().getStatus()).as(field).isIn(422, 302, 303);
        }
    }

    private Document page(Enterprise firm, String path) throws Exception {
        return Jsoup.parse(mvc.perform(get("/my/enterprise/sites/" + path).with(Session.as(Firms.actor(firm)))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString());
    }

    private ResultActions send(Enterprise firm, String path, Map<String, String> changes) throws Exception {
        var fields = new HashMap<>(SITE);
        fields.putAll(changes);
        var request = post("/my/enterprise/sites/" + path).with(csrf()).with(Session.as(Firms.actor(firm)));
        fields.forEach(request::param);
        Jsoup.parse(mvc.perform(get("/my/enterprise/sites/" + path).with(Session.as(Firms.actor(firm)))).andReturn().getResponse()
                .getContentAsString()).select("[id^=m-] input[name^=seen.]")
                .forEach(token -> request.param(token.attr("name"), token.val()));
        return mvc.perform(request);
    }
}
