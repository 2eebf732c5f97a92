package org.fugong.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of an application: each state of its filing, with each act, for each who might try. Whoever may not is turned away;
 * whoever may, but not now, is told the present state and what can be done, and nothing has changed.
 */
@WebTest
@Transactional
class ApplicationActsTests {

    private static final String COUNTY = "640502";
    private static final String NEXT = "接下来";
    private static final String SIGNATORY = "马签署";

    /** Who tries. */
    enum Person {
        FIRM, OTHER_FIRM, LEAD, ASKED, NOT_ASKED, OTHER_COUNTY, COUNTY_ADMIN, PROVINCE_ADMIN
    }

    @Autowired
    MockMvc mvc;
    @Autowired
    SubmittedFilings received;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Firms firms;
    @Autowired
    RepliedApplications replies;
    @Autowired
    StaffFixtures staff;
    @Autowired
    MessageSource messages;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;
    @Autowired
    Clock clock;

    private final Map<Person, Actor> people = new LinkedHashMap<>();

    @BeforeEach
    void everybody() {
        received.level(COUNTY, RiskLevel.HIGH);
        people.put(Person.OTHER_FIRM, received.application(COUNTY, "宁夏别家有限公司", LocalDate.now(clock)).actor());
        people.put(Person.LEAD, replies.official(COUNTY, Department.INDUSTRY));
        people.put(Person.ASKED, replies.official(COUNTY, Department.EMERGENCY));
        people.put(Person.NOT_ASKED, replies.official(COUNTY, Department.TRANSPORT));
        people.put(Person.OTHER_COUNTY, received.official("640423"));
        people.put(Person.COUNTY_ADMIN, staff.of(Role.COUNTY_ADMIN, COUNTY));
        people.put(Person.PROVINCE_ADMIN, staff.of(Role.PROVINCE_ADMIN, "640000"));
    }

    @ParameterizedTest
    @EnumSource(value = FilingState.class, mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
    void eachActInEachStateForEachWhoMightTry(FilingState state) throws Exception {
        for (var act : ApplicationAct.values()) {
            var application = in(state, act);
            people.put(Person.FIRM, application.actor());
            for (var person : Person.values()) {
                // where nobody may, the one who might is turned away below
                if (act.possible(state) && !mayTry(act, person)) {
                    isTurnedAway(state, act, person, application);
                }
            }
            tries(state, act, application);
        }
    }

    private void isTurnedAway(FilingState state, ApplicationAct act, Person person, SubmittedFilings.One application) throws Exception {
        var before = row(application);
        assertThat(sent(act, person, application).getStatus()).as("%s in %s by %s", act, state, person).isIn(403, 404, 409);
        assertThat(row(application)).as("%s in %s by %s", act, state, person).isEqualTo(before);
    }

    private void tries(FilingState state, ApplicationAct act, SubmittedFilings.One application) throws Exception {
        var before = row(application);
        var person = Stream.of(Person.values()).filter(one -> mayTry(act, one)).findFirst().orElseThrow();
        var response = sent(act, person, application);
        var what = "%s in %s by %s".formatted(act, state, person);
        var text = Jsoup.parse(response.getContentAsString()).select("main").text();
        if (act.possible(state)) {
            assertThat(response.getStatus()).as(what + " " + text).isBetween(300, 399);
            assertThat(row(application)).as(what).isNotEqualTo(before);
        } else if (act == ApplicationAct.WITHDRAW && state == FilingState.WITHDRAWN) {
            assertThat(response.getStatus()).as("taken back twice it is taken back once").isBetween(300, 399);
        } else {
            assertThat(response.getStatus()).as(what + " " + text).isEqualTo(409);
            assertThat(text).as(what).contains(messages.getMessage((act.role() == Role.OFFICIAL ? "desk.state." : "filing-state.") + state,
                    null, Locale.SIMPLIFIED_CHINESE));
            assertThat(text).as(what).containsAnyOf("现在可以办理", "现在没有要办理的", "现在没有需要", NEXT, "补正已经结束");
            if (act == ApplicationAct.SIGN) {
                assertThat(text).as("%s: what was typed", what).contains(SIGNATORY);
            }
            assertThat(row(application)).as(what).isEqualTo(before);
        }
    }

    private MockHttpServletResponse sent(ApplicationAct act, Person person, SubmittedFilings.One application) throws Exception {
        var response = mvc.perform(request(act, application).with(Session.as(people.get(person))).with(csrf())).andReturn().getResponse();
        entities.flush();
        entities.clear();
        return response;
    }

    private static boolean mayTry(ApplicationAct act, Person person) {
        return switch (act) {
            case CORRECT, WITHDRAW, SIGN -> person == Person.FIRM;
            case GIVE_OPINION -> person == Person.ASKED;
            default -> person == Person.LEAD;
        };
    }

    /** An application whose filing is in a state, with whatever the act itself needs: opinions given for a reply, a round to answer. */
    private SubmittedFilings.One in(FilingState state, ApplicationAct act) {
        var lead = people.get(Person.LEAD);
        var application = act == ApplicationAct.SIGN
                ? submitted()
                : received.application(COUNTY, "宁夏状态有限公司", LocalDate.now(clock).plusDays(1));
        entities.flush();
        if (act == ApplicationAct.CORRECT) {
            replies.askCorrection(lead, application.no(), "C01");
        } else if (List.of(ApplicationAct.GIVE_OPINION, ApplicationAct.PERMIT, ApplicationAct.REFUSE).contains(act)) {
            var filing = replies.accept(lead, application.no());
            if (act != ApplicationAct.GIVE_OPINION) {
                entities.flush();
                jdbc.sql("update opinion set state = 'GIVEN', agrees = true, ended_at = opened_at, given_by = '部门' where filing_id = ?")
                        .param(filing.id()).update();
            }
        }
        entities.flush();
        jdbc.sql("update filing set state = ? where id = ?").params(state.name(), application.id()).update();
        entities.clear();
        return application;
    }

    /** As its firm submits it, so that its letter can be written. */
    private SubmittedFilings.One submitted() {
        var firm = firms.complete("宁夏状态有限公司");
        var filing = filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.APPLICATION);
        return new SubmittedFilings.One(filing.id(), filing.no(), firm);
    }

    private MockHttpServletRequestBuilder request(ApplicationAct act, SubmittedFilings.One application) {
        var version = jdbc.sql("select version from application where filing_id = ?").param(application.id()).query(String.class).single();
        var desk = "/desk/applications/" + application.no();
        return switch (act) {
            case ACCEPT -> post(desk + "/acceptance").param("version", version);
            case ASK_CORRECTION -> post(desk + "/correction").param("version", version).param("point.C01", "请更正");
            case NOT_ACCEPT -> post(desk + "/non-acceptance").param("version", version).param("why", "不在本区");
            case GIVE_OPINION -> post("/desk/opinions/" + task(application)).param("version", "0").param("agrees", "true");
            case PERMIT -> post(desk + "/permission").param("version", version).param("confirmed", "true");
            case REFUSE -> post(desk + "/refusal").param("version", version).param("confirmed", "true").param("reason.C01", "口罩不足");
            case CORRECT -> post("/my/filings/" + application.no() + "/correction").param("C01", "900");
            case SIGN -> post("/my/filings/" + application.no() + "/commitment").param("signedName", SIGNATORY)
                    .param("signedRole", "厂长").param("password", Firms.PASSWORD);
            case WITHDRAW -> post("/my/filings/" + application.no() + "/withdrawal");
        };
    }

    /** What emergency management is asked. */
    private long task(SubmittedFilings.One application) {
        return jdbc.sql("select id from opinion where filing_id = ? and department = 'EMERGENCY'").param(application.id()).query(Long.class)
                .single();
    }

    /** Whatever an act could change. */
    private List<Object> row(SubmittedFilings.One application) {
        return Stream.of("select state || version || answers || coalesce(decision::text, '') from filing where id = " + application.id(),
                "select version || coalesce(due_on::text, '') || coalesce(closed_at::text, '') from application where filing_id = "
                        + application.id(),
                "select coalesce(string_agg(state || version, ',' order by id), '') from opinion where filing_id = " + application.id(),
                "select count(*)::text || coalesce(max(answered_at::text), '') from correction where filing_id = " + application.id())
                .map(sql -> (Object) jdbc.sql(sql).query(String.class).single()).toList();
    }
}
