package org.fugong.submission.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fugong.Session;
import org.fugong.TestClock;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Filings;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListPublication;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A firm at its drafts: what its pages show, and where the forms it sends lead to. */
abstract class FirmAtDrafts {

    static final String COUNTY = "640106";

    @Autowired
    MockMvc mvc;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Filings filings;
    @Autowired
    DraftEditing editing;
    @Autowired
    ListDrafting drafting;
    @Autowired
    ListImpacts impacts;
    @Autowired
    ListPublication publication;
    @Autowired
    StaffFixtures staff;
    @Autowired
    TestClock clock;

    Enterprise firm;
    Site site;

    @BeforeEach
    void aFirm() {
        firm = firms.complete("宁夏填报有限公司");
        site = firms.site(firm, COUNTY);
    }

    /** Puts a version of the medium list into force by which the stock of masks is to last for so many days; gives for how many before. */
    double masksFor(double days) {
        var admin = staff.of(Role.PROVINCE_ADMIN, "640000");
        var draft = drafting.start(RiskLevel.MEDIUM, admin);
        var before = draft.content().items().stream().filter(item -> item.code().equals("C01")).findFirst().orElseThrow().parameters()
                .get("days").value();
        draft = drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", days), admin);
        impacts.foresee(draft.id(), admin);
        draft = publication.ask(draft.id(), draft.lock(), new PublicationRequest("通告第30号", "口罩储备", null, false), admin);
        publication.confirm(draft.id(), draft.lock(), staff.of(Role.PROVINCE_ADMIN, "640000"));
        return before;
    }

    String root(FilingKind kind) {
        return DraftPages.root(filed.complete(firm, site, kind).id());
    }

    Filing draft() {
        return filings.findBySiteIdAndState(site.id(), FilingState.DRAFT).orElseThrow();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Document page(String path) throws Exception {
        return Jsoup.parse(mvc.perform(get(path).with(Session.as(Firms.actor(firm)))).andExpect(status().isOk()).andReturn().getResponse()
                .getContentAsString());
    }

    Document rejected(String path, Map<String, String> fields) throws Exception {
        return Jsoup.parse(send(path, fields).andExpect(status().isUnprocessableContent()).andReturn().getResponse().getContentAsString());
    }

    /** Where a form that is in order leads to. */
    String sent(String path, Map<String, String> fields) throws Exception {
        return send(path, fields).andExpect(status().is3xxRedirection()).andReturn().getResponse().getRedirectedUrl();
    }

    ResultActions send(String path, Map<String, String> fields) throws Exception {
        var request = post(path).with(csrf()).with(Session.as(Firms.actor(firm)));
        fields.forEach(request::param);
        seen(path).forEach((token, version) -> {
            if (fields.containsKey(token.substring("seen.".length()))) {
                request.param(token, version);
            }
        });
        if (path.matches(".*/(kind|acknowledgement|deletion)") && !fields.containsKey("lock")) {
            request.param("lock", filed.shown(Firms.actor(firm), draft().id()).toString());
        }
        return mvc.perform(request);
    }

    /** The versions of all fields that the page of a form shows now; none where the address has no page of its own. */
    Map<String, String> seen(String path) throws Exception {
        var page = mvc.perform(get(path).with(Session.as(Firms.actor(firm)))).andReturn().getResponse();
        var versions = new LinkedHashMap<String, String>();
        Jsoup.parse(page.getContentAsString()).select("[data-autosave] input[name^=seen.]")
                .forEach(token -> versions.put(token.attr("name"), token.val()));
        return versions;
    }

    static Map<String, String> profile(Document page) {
        var fields = form(page);
        page.select("main form").first().select("select option[selected]")
                .forEach(option -> fields.put(option.parents().select("select").attr("name"), option.val()));
        return fields;
    }

    /** What a browser would send of a page's form as it stands. */
    static Map<String, String> form(Document page) {
        var fields = new LinkedHashMap<String, String>();
        page.select("main form").first().select("input[type=text], input[type=hidden], input[type=date], input[checked]")
                .forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.keySet().removeIf(name -> name.equals("_csrf") || name.startsWith("seen."));
        return fields;
    }
}
