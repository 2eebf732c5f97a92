package org.fugong.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fugong.Session;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.application.RepliedApplications;
import org.fugong.application.Sector;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.attachment.FileRefused;
import org.fugong.attachment.Uploads;
import org.fugong.behalf.BehalfFixtures;
import org.fugong.collective.UnitEntry;
import org.fugong.collective.UnitParticulars;
import org.fugong.condition.ListDrafting;
import org.fugong.draw.DrawFixtures;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.inspection.Interest;
import org.fugong.inspection.Interests;
import org.fugong.inspection.PositiveList;
import org.fugong.inspection.PositiveListing;
import org.fugong.message.Notice;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.fugong.owed.EpidemicEndSetting;
import org.fugong.replay.VerdictReplay;
import org.fugong.request.Demand;
import org.fugong.request.Request;
import org.fugong.request.RequestSending;
import org.fugong.request.Statement;
import org.fugong.risk.LevelBatchReading;
import org.fugong.risk.LevelBatching;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.fugong.verification.Conclusion;
import org.fugong.verification.Conformity;
import org.fugong.verification.ItemResult;
import org.fugong.verification.ItemResults;
import org.fugong.verification.VerificationDecision;
import org.fugong.web.Dates;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The access table, made from the routes themselves: each route, for each role, with a record of one's own and with
 * somebody else's. A route in no space, or with a part for which there is no record, fails.
 */
@WebTest
@Transactional
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTests {

    private static final String COUNTY = "640425";
    private static final String SECOND_COUNTY = "640422";

    private static final Pattern PART = Pattern.compile("\\{(?:[^{}]|\\{[^{}]*})*}");

    /** Routes that name a record in the form instead of the address. */
    private static final Set<String> OF_A_RECORD = Set.of("POST /my/drafts", "POST /my/units", "POST /admin/lists/drafts",
            "GET /admin/lists/drafts/file", "POST /admin/lists/drafts/file");

    /** Who asks; those who own the record come last, because they change it. */
    enum Person {
        NOBODY, OTHER_COUNTY_ADMIN, OTHER_OFFICIAL, OTHER_FIRM, OTHER_PROVINCE_ADMIN, HOTLINE, OFFICIAL, FIRM, COUNTY_ADMIN, PROVINCE_ADMIN;

        boolean ofCounty() {
            return this == COUNTY_ADMIN || this == OTHER_COUNTY_ADMIN;
        }

        boolean admin() {
            return ofCounty() || this == PROVINCE_ADMIN || this == OTHER_PROVINCE_ADMIN;
        }
    }

    /** What is answered; GO_ON is everything that is no refusal. */
    enum Outcome {
        GO_ON, SIGN_IN, FORBIDDEN, NOT_FOUND
    }

    /** Which routes belong together, and whose they are. */
    enum Space {
        PUBLIC("/|/counties/.*|/receipts.*|/requests.*|/units/.*|/api/v1/.*|/login|/password-reset(/code)?|/claim(/code)?|/register.*"
                + "|/setup|/account/identity|/draws.*"),
        /** Shown for errors, and nothing when it is asked for. */
        ERROR("/error"), ACCOUNT("/account/.*"), MY("/my(/.*)?"), VERDICTS("/desk/verdicts(/.*)?|/desk/draws/new|/desk/interests(/.*)?"),
        FIRM_PASSWORDS("/desk/firm-passwords"),
        BEHALF("/desk/behalf(/.*)?"),
        /** Each has own notices: what they lead to is that of nobody else. */
        DESK_NOTICES("/desk/notices(/.*)?"), ADMIN_NOTICES("/admin/notices(/.*)?"), DELIVERIES("/admin/deliveries(/.*)?"),
        /** Read by whoever answers for the county, acted on by its officials. */
        DESK("/desk(/.*)?"),
        /** Where admins begin. */
        OVERVIEW("/admin"),
        /** Kept by the admins of the province and of the county. */
        STAFF("/admin/accounts(/.*)?"), INSPECTION("/admin/(inspectors|positive-list)(/.*)?"),
        COUNTY("/admin/(adaptations|departments)(/.*)?"),
        /** The State Council's, kept by any admin of a province, read by those of counties. */
        HOLIDAYS("/admin/holidays(/.*)?"), PROVINCE("/admin/.*");

        private final Pattern paths;

        Space(String paths) {
            this.paths = Pattern.compile(paths);
        }

        static Space of(String route) {
            return Stream.of(values()).filter(space -> space.paths.matcher(route).matches()).findFirst()
                    .orElseThrow(() -> new AssertionError(route + " is in no space of the access table"));
        }

        Outcome expected(Person person, String method, boolean ofARecord) {
            if (this == PUBLIC) {
                return Outcome.GO_ON;
            }
            if (this == ERROR) {
                return Outcome.NOT_FOUND;
            }
            if (person == Person.NOBODY) {
                return Outcome.SIGN_IN;
            }
            return switch (this) {
                case MY -> within(person, Person.FIRM, Person.OTHER_FIRM, ofARecord);
                case VERDICTS, FIRM_PASSWORDS -> within(person, Person.OFFICIAL, Person.OTHER_OFFICIAL, ofARecord);
                // a clerk of the hotline finds the own entries and notices, and not those of an official
                case BEHALF, DESK_NOTICES -> within(person, Person.OFFICIAL, person == Person.HOTLINE ? person : Person.OTHER_OFFICIAL,
                        ofARecord);
                case DESK ->
                    method.equals("GET") ? read(person, ofARecord) : within(person, Person.OFFICIAL, Person.OTHER_OFFICIAL, ofARecord);
                case ADMIN_NOTICES -> !person.admin()
                        ? Outcome.FORBIDDEN
                        : ofARecord && person != Person.PROVINCE_ADMIN ? Outcome.NOT_FOUND : Outcome.GO_ON;
                case DELIVERIES -> !person.admin()
                        ? Outcome.FORBIDDEN
                        : ofARecord && person != Person.PROVINCE_ADMIN && person != Person.COUNTY_ADMIN ? Outcome.NOT_FOUND : Outcome.GO_ON;
                case OVERVIEW -> person.admin() ? Outcome.GO_ON : Outcome.FORBIDDEN;
                case STAFF -> person.ofCounty()
                        ? within(person, Person.COUNTY_ADMIN, Person.OTHER_COUNTY_ADMIN, ofARecord)
                        : within(person, Person.PROVINCE_ADMIN, Person.OTHER_PROVINCE_ADMIN, ofARecord);
                case INSPECTION -> within(person, Person.COUNTY_ADMIN, Person.OTHER_COUNTY_ADMIN, ofARecord);
                // a level is no record of somebody's, nor a kind of firm: each county admin finds what is the own county's
                case COUNTY -> within(person, Person.COUNTY_ADMIN, Person.OTHER_COUNTY_ADMIN, false);
                case HOLIDAYS -> method.equals("GET") && person.admin()
                        ? Outcome.GO_ON
                        : within(person, Person.PROVINCE_ADMIN, Person.OTHER_PROVINCE_ADMIN, false);
                case PROVINCE -> within(person, Person.PROVINCE_ADMIN, Person.OTHER_PROVINCE_ADMIN, ofARecord);
                default -> Outcome.GO_ON;
            };
        }

        /** Each of the three who answer for a county finds its records; another province names a county that is not its own. */
        private static Outcome read(Person person, boolean ofARecord) {
            return switch (person) {
                case OFFICIAL, COUNTY_ADMIN, PROVINCE_ADMIN -> Outcome.GO_ON;
                case OTHER_OFFICIAL, OTHER_COUNTY_ADMIN -> ofARecord ? Outcome.NOT_FOUND : Outcome.GO_ON;
                case OTHER_PROVINCE_ADMIN -> Outcome.NOT_FOUND;
                default -> Outcome.FORBIDDEN;
            };
        }

        private static Outcome within(Person person, Person owner, Person other, boolean ofARecord) {
            return person == owner || person == other && !ofARecord
                    ? Outcome.GO_ON
                    : person == other ? Outcome.NOT_FOUND : Outcome.FORBIDDEN;
        }
    }

    @Autowired
    MockMvc mvc;
    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;
    @Autowired
    SubmittedFilings received;
    @Autowired
    Filings filings;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Firms firms;
    @Autowired
    LevelBatching batching;
    @Autowired
    RepliedApplications replies;
    @Autowired
    VerificationDecision ordering;
    @Autowired
    ListDrafting drafting;
    @Autowired
    EpidemicEndSetting ends;
    @Autowired
    BehalfFixtures entered;
    @Autowired
    VerdictReplay replay;
    @Autowired
    RequestSending telling;
    @Autowired
    Notices notices;
    @Autowired
    Attaching attaching;
    @Autowired
    Attachments attachments;
    @Autowired
    Uploads uploads;
    @Autowired
    UnitEntry units;
    @Autowired
    DrawFixtures draws;
    @Autowired
    Interests interests;
    @Autowired
    PositiveList positiveList;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;

    private final Map<Person, Actor> people = new LinkedHashMap<>();
    private SubmittedFilings.One filing;
    private Enterprise other;
    private String site;
    private long draft;
    private String promised;
    private String permitted;
    private String applied;
    private String corrected;
    private SubmittedFilings.One ordered;

    Stream<Arguments> routes() {
        var routes = new TreeMap<String, Arguments>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(route -> route.getPatternValues().forEach(pattern -> {
            var methods = route.getMethodsCondition().getMethods();
            var method = methods.isEmpty() ? "GET" : methods.iterator().next().name();
            routes.put(pattern + " " + method + params(route), arguments(method, pattern, params(route)));
        }));
        return routes.values().stream();
    }

    private static List<String> params(RequestMappingInfo route) {
        return route.getParamsCondition().getExpressions().stream().map(Object::toString).toList();
    }

    /** What takes long to make is made once and stays, in counties that no other test uses. */
    @BeforeAll
    void firmsAndFilings(@Autowired PlatformTransactionManager transactions) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            received.level(COUNTY, RiskLevel.MEDIUM);
            received.level(SECOND_COUNTY, RiskLevel.MEDIUM);
            var today = LocalDate.ofInstant(Instant.now(), Dates.ZONE);
            filing = received.checklist(COUNTY, "宁夏自家有限公司", today.plusDays(5));
            promised = filed.submitted(filing.firm(), firms.site(filing.firm(), COUNTY), FilingKind.COMMITMENT).no();
            permitted = received.application(filing.firm(), COUNTY).no();
            replies.permit(received.official(COUNTY), permitted);
            applied = received.application(filing.firm(), COUNTY).no();
            replies.accept(received.official(COUNTY), applied);
            corrected = received.application(filing.firm(), COUNTY).no();
            replies.askCorrection(received.official(COUNTY), corrected, "C01");
            ordered = received.checklist(filing.firm(), COUNTY, today.plusDays(5));
            ordering.conclude(received.official(COUNTY), check(ordered), 0, shortOfMasks(),
                    new Conclusion(org.fugong.verification.Outcome.RECTIFY, "补足", today.plusDays(5)));
            other = firms.complete("宁夏别家有限公司");
        });
    }

    @BeforeEach
    void everybodyAndARecordOfEach() {
        site = only("select id from site where enterprise_id = " + filing.firm().id() + " order by id limit 1");
        people.clear();
        people.put(Person.OTHER_COUNTY_ADMIN, staff("a", Role.COUNTY_ADMIN, "640105"));
        people.put(Person.OTHER_OFFICIAL, staff("b", Role.OFFICIAL, "640105"));
        people.put(Person.OTHER_FIRM, Firms.actor(other));
        people.put(Person.OTHER_PROVINCE_ADMIN, staff("c", Role.PROVINCE_ADMIN, "620000"));
        people.put(Person.COUNTY_ADMIN, staff("d", Role.COUNTY_ADMIN, COUNTY));
        people.put(Person.HOTLINE, staff("g", Role.HOTLINE, COUNTY));
        people.put(Person.OFFICIAL, staff("e", Role.OFFICIAL, COUNTY));
        people.put(Person.FIRM, filing.actor());
        people.put(Person.PROVINCE_ADMIN, staff("f", Role.PROVINCE_ADMIN, "640000"));
    }

    /** The record for a part of a route, by what stands before it. */
    private Object record(String before, String route) {
        return switch (before) {
            case "/my/filings/", "/desk/filings/" ->
                route.contains("/letter")
                        ? promised
                        : route.contains("/correction")
                                ? corrected
                                : route.contains("/permit.pdf") ? permitted : route.contains("/order.pdf") ? ordered.no() : filing.no();
            case "/my/filings/*/correction/attachments/" -> "C01";
            case "/my/filings/*/correction/attachments/*/", "/my/filings/*/owed/*/attachments/" -> 1;
            case "/my/filings/*/owed/" -> "A02";
            case "/desk/behalf/" -> entered.open(people.get(Person.OFFICIAL), COUNTY, FilingKind.COMMITMENT).id();
            case "/desk/behalf/*/scans/" -> 1;
            case "/admin/epidemic-end/" -> ends.ask(LocalDate.of(2020, 5, 1), "公告", people.get(Person.PROVINCE_ADMIN)).id();
            case "/my/drafts/" -> draft = filed.complete(filing.firm(), firms.site(filing.firm(), SECOND_COUNTY),
                    route.contains("/conditions/") ? FilingKind.CHECKLIST : FilingKind.COMMITMENT).id();
            case "/my/drafts/*/conditions/" -> "A";
            case "/my/drafts/*/attachments/" -> "C01";
            // one that is gone already is no error; whose draft it is decides
            case "/my/drafts/*/attachments/*/" -> 1;
            case "/my/drafts/*/attachments/*/uploads/" -> upload();
            case "/my/attachments/", "/desk/attachments/" -> attachment();
            case "/my/notices/" -> notice();
            case "/desk/notices/" -> staffNotice(Person.OFFICIAL);
            case "/account/contact/" -> "mail";
            case "/admin/deliveries/" -> undelivered();
            case "/admin/notices/" -> staffNotice(Person.PROVINCE_ADMIN);
            case "/my/requests/", "/admin/requests/" -> told(people.get(Person.FIRM)).no();
            case "/requests/" -> told(null).code();
            case "/my/enterprise/sites/" -> site;
            case "/units/", "/my/units/" -> {
                var list = units.begin(people.get(Person.FIRM), Long.parseLong(site));
                units.openLink(people.get(Person.FIRM), list.id());
                yield before.startsWith("/my") ? list.id() : units.list(people.get(Person.FIRM), list.id()).token();
            }
            case "/my/units/*/" -> units.enter(people.get(Person.FIRM), units.begin(people.get(Person.FIRM), Long.parseLong(site)).id(),
                    new UnitParticulars(Firms.code(), "商户", "A区", "王芳", "0951-6012345", 8, 5, 0, 0, 5)).id();
            case "/desk/verdicts/" -> verdicts(Person.OFFICIAL);
            case "/admin/verdicts/" -> verdicts(Person.PROVINCE_ADMIN);
            case "/draws/" -> draws.revealed(COUNTY).no();
            case "/desk/draws/" -> draws.announcedOne(COUNTY).no();
            case "/admin/inspectors/" -> people.get(Person.OFFICIAL).accountId();
            case "/desk/interests/" -> interest();
            case "/admin/positive-list/" -> positiveList.put(people.get(Person.COUNTY_ADMIN), filing.firm().creditCode().value(),
                    PositiveListing.Reason.LIVELIHOOD, "保供", LocalDate.now().plusDays(9)).id();
            case "/desk/applications/" -> route.contains("/notice.pdf") ? corrected : applied;
            case "/desk/opinions/" ->
                only("select min(opinion.id) from opinion join filing on filing.id = filing_id where no = '" + applied + "'");
            case "/admin/departments/" -> Sector.TRADE;
            case "/desk/verifications/" -> check(route.contains("/order.pdf") ? ordered : filing);
            case "/admin/accounts/" -> people.get(Person.OFFICIAL).accountId();
            case "/admin/risk-levels/batches/" -> batching.propose(List.of(new LevelBatchReading.Line(2, COUNTY, RiskLevel.MEDIUM,
                    Instant.now().plusSeconds(86_400), "通知")), people.get(Person.PROVINCE_ADMIN)).id();
            case "/admin/risk-levels/*/effects/" -> "none";
            case "/admin/holidays/" -> 2037;
            case "/admin/holidays/*/days/" -> "2037-01-01";
            case "/admin/counties/", "/admin/risk-levels/", "/counties/", "/api/v1/counties/" -> COUNTY;
            case "/admin/lists/" -> drafting.start(RiskLevel.MEDIUM, people.get(Person.PROVINCE_ADMIN)).id();
            case "/admin/catalogue/" -> only("select id from catalogue_version where province = '640000' and version = 1");
            case "/admin/lists/*/items/" -> "C01";
            case "/admin/lists/*/items/*/levels/" -> RiskLevel.HIGH;
            case "/admin/adaptations/", "/counties/*/changes/" -> RiskLevel.MEDIUM;
            case "/admin/adaptations/*/impact/" -> 1;
            case "/admin/lists/*/examples/" -> 0;
            case "/receipts/", "/api/v1/receipts/" -> only("select token from filing where id = " + filing.id());
            default -> throw new AssertionError("the access table has no record for what follows " + before + " in " + route);
        };
    }

    private long interest() {
        interests.declare(people.get(Person.OFFICIAL), Interest.Kind.LEGAL_REPRESENTATIVE, "张三");
        return interests.of(people.get(Person.OFFICIAL)).getFirst().id();
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("routes")
    void everyRouteAnswersEachAsItsSpaceSays(String method, String route, List<String> params) throws Exception {
        var space = Space.of(route);
        var path = path(route);
        for (var person : Person.values()) {
            var request = request(HttpMethod.valueOf(method), path).with(csrf())
                    .param("lock", "0").param("level", "MEDIUM").param("direction", "up").param("site", site).param("county", COUNTY);
            params.forEach(param -> request.param(param, "true"));
            if (person != Person.NOBODY) {
                request.with(Session.as(people.get(person)));
            }
            assertThat(outcome(request, person)).as("%s %s as %s", method, path, person)
                    .isEqualTo(space.expected(person, method, route.contains("{") || OF_A_RECORD.contains(method + " " + route)));
        }
    }

    private Outcome outcome(MockHttpServletRequestBuilder request, Person person) throws Exception {
        var response = mvc.perform(request).andReturn().getResponse();
        assertThat(response.getStatus()).isLessThan(500);
        return switch (response.getStatus()) {
            case 302, 303 -> redirected(response.getRedirectedUrl(), person);
            case 403 -> Outcome.FORBIDDEN;
            case 404 -> Outcome.NOT_FOUND;
            default -> Outcome.GO_ON;
        };
    }

    /** Some routes only lead to the page of a record, which then tells. */
    private Outcome redirected(String url, Person person) throws Exception {
        if (url.matches(".*/login(\\?.*)?")) {
            return Outcome.SIGN_IN;
        }
        return url.matches("/(my|desk)/(filings|verifications|applications|opinions)/.*|/admin/requests/.*")
                ? outcome(get(url).with(Session.as(people.get(person))), person)
                : Outcome.GO_ON;
    }

    /** The route with a record in place of each of its parts. */
    private String path(String route) {
        return PART.matcher(route)
                .replaceAll(part -> record(PART.matcher(route.substring(0, part.start())).replaceAll("*"), route).toString());
    }

    private Actor staff(String name, Role role, String scope) {
        var login = "access-" + name;
        long id = jdbc.sql("""
                insert into account (login, password_hash, name, role, scope, active, opened_at, sessions_since, version)
                values (:login, 'none', '工作人员', :role, :scope, true, :now, :now, 0) returning id""")
                .param("login", login).param("role", role.name()).param("scope", scope)
                .param("now", OffsetDateTime.of(2020, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC)).query(Long.class).single();
        return new Actor(id, login, "工作人员", role, scope);
    }

    /** One that has come whole. */
    private UUID upload() {
        var begun = uploads.begin(filing.actor(), draft, "C01", "照片.png", 1, "0".repeat(64)).id();
        return uploads.append(filing.actor(), draft, "C01", begun, 0, new byte[1]).id();
    }

    /** A picture that was filed in the county, which has a small one, too. */
    private long attachment() {
        long draft = filed.complete(filing.firm(), firms.site(filing.firm(), COUNTY, "分厂"), FilingKind.COMMITMENT).id();
        try {
            attaching.add(filing.actor(), draft, "C01", "照片.png", () -> EvidenceFiles.picture("png", 9, 9, 1), null);
        } catch (FileRefused | IOException e) {
            throw new AssertionError(e);
        }
        var id = attachments.forFirm(draft).on("C01").getFirst().id();
        filed.submit(filing.firm(), draft);
        entities.flush();
        return id;
    }

    private ItemResults shortOfMasks() {
        var results = new LinkedHashMap<String, ItemResult>();
        ordering.checklist(filings.findById(ordered.id()).orElseThrow()).items().forEach(item -> results.put(item.code(),
                new ItemResult(item.code().equals("C01") ? Conformity.FAILS : Conformity.CONFORMS, "")));
        return new ItemResults(results);
    }

    private long check(SubmittedFilings.One one) {
        return jdbc.sql("select id from verification where filing_id = ?").param(one.id()).query(Long.class).single();
    }

    private Request told(Actor teller) {
        return telling.send(teller, "access " + UUID.randomUUID(), new Statement(Demand.DEPOSIT, COUNTY, "某园区", "收取保证金",
                LocalDate.of(2020, 3, 20), null, null));
    }

    private long verdicts(Person person) {
        return replay.ask(people.get(person)).id();
    }

    private String notice() {
        notices.send(List.of(new Notice(filing.firm().id(), "access", "notice.owed-advised", List.of(filing.no(), "2020-03-22"), "/my")));
        return only("select id from notice where about = 'access'");
    }

    private String staffNotice(Person person) {
        var reader = people.get(person);
        notices.tell(
                List.of(new StaffNotice(reader.role(), reader.scope(), null, "access", "notice.staff.request", List.of("1"), "/desk")));
        return only("select id from notice where about = 'access' and account_id = " + reader.accountId());
    }

    private Long undelivered() {
        staffNotice(Person.OFFICIAL);
        return jdbc.sql("""
                insert into delivery (account_id, channel, notice_id, urgent, state, attempts, due_at, created_at, ended_at, problem)
                select account_id, 'MAIL', id, false, 'FAILED', 8, now(), now(), now(), 'UNREACHABLE' from notice
                where about = 'access' and account_id = ? returning id""").param(people.get(Person.OFFICIAL).accountId())
                .query(Long.class).single();
    }

    private String only(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
