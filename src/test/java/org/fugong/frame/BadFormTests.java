package org.fugong.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.fugong.OpenedForm;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.condition.ListDrafting;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.request.Demand;
import org.fugong.request.RequestSending;
import org.fugong.request.Statement;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

/** What no page sends: it is told, and nothing is stored, not even half. */
@WebTest
@Transactional
class BadFormTests {

    private static final String COUNTY = "640424";

    /** In characters of three bytes, a little under the 512 KB that a form may have. */
    private static final String LONG = "长".repeat(170_000);

    /** Who sends a form. */
    enum Who {
        FIRM, OFFICIAL, ADMIN, COUNTY_ADMIN
    }

    @Autowired
    MockMvc mvc;
    @Autowired
    AccountOpening opening;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    ListDrafting drafting;
    @Autowired
    RequestSending telling;
    @Autowired
    JdbcClient jdbc;

    private Enterprise firm;

    @BeforeEach
    void firm() {
        received.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏长话有限公司");
    }

    static Stream<Arguments> forms() {
        return Stream.of(
                arguments(Who.FIRM, "/my/enterprise", "", "name"),
                arguments(Who.FIRM, "/my/enterprise", "", "staff"),
                arguments(Who.FIRM, "/my/enterprise/sites/{site}", "", "address"),
                arguments(Who.FIRM, "/my/drafts/{draft}/plan", "", "responsible"),
                arguments(Who.FIRM, "/my/drafts/{draft}/plan", "", "start"),
                arguments(Who.FIRM, "/my/drafts/{draft}/facts", "", "roster_count"),
                arguments(Who.FIRM, "/my/drafts/{draft}/conditions/C", "", "C01"),
                arguments(Who.FIRM, "/my/drafts/{draft}/check", "/my/drafts/{draft}/submission", "signedName"),
                arguments(Who.OFFICIAL, "/desk/verifications/{verification}", "/desk/verifications/{verification}/results", "note.C01"),
                arguments(Who.OFFICIAL, "/desk/verifications/{verification}", "/desk/verifications/{verification}/results", "text"),
                arguments(Who.ADMIN, "/admin/accounts/{account}", "/admin/accounts/{account}/assignment", "name"),
                arguments(Who.ADMIN, "/admin/holidays/2036", "", "notice"),
                arguments(Who.ADMIN, "/admin/holidays/2036", "", "days"),
                arguments(Who.ADMIN, "/admin/holidays/2036", "/admin/holidays/2036/days", "name"),
                arguments(Who.ADMIN, "/admin/lists/{list}/items/C01", "", "title"),
                arguments(Who.ADMIN, "/admin/lists/{list}/items/C01", "", "rule"),
                arguments(Who.ADMIN, "/admin/lists/{list}/items/C01", "", "parameters[0].value"),
                arguments(Who.ADMIN, "/admin/lists/{list}/examples/0", "", "name"),
                arguments(Who.ADMIN, "/admin/lists/{list}/examples/0", "", "facts[1].value"),
                arguments(Who.ADMIN, "/admin/lists/{list}/publication", "/admin/lists/{list}/publication/request", "reason"),
                arguments(Who.ADMIN, "/admin/requests/{request}", "/admin/requests/{request}/answer", "text"),
                arguments(Who.COUNTY_ADMIN, "/admin/adaptations/MEDIUM", "/admin/adaptations/MEDIUM/confirmation", "reason"));
    }

    @ParameterizedTest(name = "{3} of {1}")
    @MethodSource("forms")
    void aLineThatIsFarTooLongIsToldAndNothingIsStored(Who who, String page, String action, String field) throws Exception {
        var address = record(page);
        var to = action.isEmpty() ? address : page(action, page, address);
        var actor = actor(who);
        var before = OpenedForm.open(mvc, actor, address, to);
        var traces = traces();
        // the conclusion stands in the form of the results and has a button of its own
        var sent = action.endsWith("/results") && field.equals("text")
                ? before.type(field, LONG).sendTo(address + "/conclusion")
                : before.type(field, LONG).send();
        var told = Jsoup.parse(sent.andExpect(status().isUnprocessableContent()).andReturn().getResponse()
                .getContentAsString());
        assertThat(told.select(".error-summary a").eachAttr("href")).contains("#" + field);
        assertThat(told.select(".error-summary").text()).hasSizeLessThan(1_000);
        assertThat(OpenedForm.open(mvc, actor, address, to).value(field)).isNotEqualTo(LONG);
        assertThat(traces()).isEqualTo(traces);
    }

    static Stream<Arguments> formsOfFields() {
        return Stream.of(arguments(Who.FIRM, "/my/enterprise", "", "name"), arguments(Who.FIRM, "/my/enterprise/sites/{site}", "", "name"),
                arguments(Who.FIRM, "/my/drafts/{draft}/plan", "", "responsible"),
                arguments(Who.FIRM, "/my/drafts/{draft}/facts", "", "roster_count"),
                arguments(Who.FIRM, "/my/drafts/{draft}/conditions/C", "", "C01"),
                arguments(Who.ADMIN, "/admin/accounts/{account}", "/admin/accounts/{account}/assignment", "name"),
                arguments(Who.ADMIN, "/admin/holidays/2036", "", "notice"));
    }

    @ParameterizedTest(name = "{3} of {1}")
    @MethodSource("formsOfFields")
    void aVersionFromTheFutureOrAFieldOfAnotherPageIsRefusedAndNothingIsStored(Who who, String page, String action, String field)
            throws Exception {
        var address = record(page);
        var to = action.isEmpty() ? address : page(action, page, address);
        var actor = actor(who);
        var stored = OpenedForm.open(mvc, actor, address, to).value(field);
        var traces = traces();
        for (var forged : List.of(Map.entry("seen." + field, "999999.0"), Map.entry("seen." + field, "x"),
                Map.entry("seen." + field, "99999999999999999999.0"), Map.entry("elsewhere", "1"), Map.entry("seen.elsewhere", "0.0"))) {
            OpenedForm.open(mvc, actor, address, to).type(field, "60").type(forged.getKey(), forged.getValue()).send()
                    .andExpect(status().isConflict());
        }
        assertThat(OpenedForm.open(mvc, actor, address, to).value(field)).isEqualTo(stored);
        assertThat(traces()).isEqualTo(traces);
        OpenedForm.open(mvc, actor, address, to).type(field, "60").send().andExpect(status().isSeeOther());
    }

    private static String page(String action, String page, String address) {
        var from = page.indexOf('{');
        var record = from < 0 ? "" : address.substring(from, address.length() - (page.length() - page.indexOf('}') - 1));
        return action.replaceFirst("\\{\\w+}", record);
    }

    private String record(String page) {
        var part = page.replaceFirst("^[^{]*\\{?", "").replaceFirst("}.*", "");
        var record = switch (part) {
            case "site" -> jdbc.sql("select id from site where enterprise_id = ? limit 1").param(firms.site(firm, COUNTY).enterpriseId())
                    .query(String.class).single();
            case "draft" -> String.valueOf(filed.complete(firm, firms.site(firm, COUNTY), FilingKind.CHECKLIST).id());
            case "verification" -> jdbc.sql("select id from verification where filing_id = ?")
                    .param(received.checklist(COUNTY, "宁夏受查有限公司", LocalDate.of(2999, 1, 1)).id()).query(String.class).single();
            case "account" -> String.valueOf(opening.open("long-text", "a long enough password", "王工", Role.OFFICIAL, COUNTY).id());
            case "list" -> String.valueOf(drafting.start(RiskLevel.MEDIUM, actor(Who.ADMIN)).id());
            case "request" -> telling.send(null, "long " + UUID.randomUUID(), new Statement(Demand.DEPOSIT, COUNTY, "某园区", "收取保证金",
                    LocalDate.of(2020, 3, 20), null, null)).no();
            default -> "";
        };
        return page.replaceFirst("\\{\\w+}", record);
    }

    private Actor actor(Who who) {
        return switch (who) {
            case FIRM -> Firms.actor(firm);
            case OFFICIAL -> received.official(COUNTY);
            case ADMIN -> staff(Role.PROVINCE_ADMIN, "640000");
            case COUNTY_ADMIN -> staff(Role.COUNTY_ADMIN, COUNTY);
        };
    }

    private Actor staff(Role role, String scope) {
        return opening.open("long-" + UUID.randomUUID().toString().substring(0, 8), "a long enough password", "工作人员", role, scope).actor();
    }

    private long traces() {
        return jdbc.sql("select count(*) from audit_entry").query(Long.class).single();
    }
}
