package org.fugong.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Department;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.application.RepliedApplications;
import org.fugong.audit.Audited;
import org.fugong.filing.FilingClosing;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.request.Demand;
import org.fugong.request.RequestSending;
import org.fugong.request.Statement;
import org.fugong.risk.LevelSetting;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevelChange;
import org.fugong.risk.RiskLevels;
import org.fugong.verification.VerificationAnswer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Staff are told what they have to act on, each by itself, and nobody else. */
@WebTest
@Transactional
class StaffNoticesTests {

    private static final String COUNTY = "640422";

    private static final String OWN = "staff did it themselves, and the record shows it to their colleagues";
    private static final String FIRM = "concerns the firm alone, which is told or did it itself";
    private static final String LEVEL = "follows from a change of level, of which they are told";
    private static final String REFUSED = "nothing was done, and whoever tried was told so";
    private static final String LOOKED = "changes nothing: somebody has looked, computed or exported";
    private static final String QUEUE = "stands in the queue with its due day, and on the home when it is pressing";

    /** Every kind of event, with who is told or the reason why nobody of the staff is. */
    private static final Map<String, String> EVENTS = Map.ofEntries(
            Map.entry("FilingStep$Submitted", "officials of the lead department, of an application; of others: " + QUEUE),
            Map.entry("FilingStep$Changed", "officials"), Map.entry("FilingTransition$Withdrawn", "officials"),
            Map.entry("FilingTransition$Ended", "officials"),
            Map.entry("VerificationEvent", "officials, of an answer; of others: " + OWN),
            Map.entry("Request$Step", "admins of the province, of what was sent"),
            Map.entry("ConditionList$Changed", "admins of the province when it is asked, given back and published, then each county"),
            Map.entry("CountyAdaptation$Recorded", "officials of the county"),
            Map.entry("RiskLevelChange$LevelSet", "officials and admins of the county"),
            Map.entry("FilingStep$Started", FIRM), Map.entry("FilingStep$Discarded", FIRM), Map.entry("FilingStep$Switched", FIRM),
            Map.entry("FilingStep$Signed", "the application waits as before, and its page shows the letter"),
            Map.entry("FilingTransition$Superseded", QUEUE), Map.entry("FilingTransition$Permitted", OWN),
            Map.entry("FilingTransition$Corrected", "officials"),
            Map.entry("FilingTransition$Accepted", "officials of each department that is asked"),
            Map.entry("FilingTransition$NotAccepted", OWN), Map.entry("FilingTransition$CorrectionAsked", OWN),
            Map.entry("Escalation$Escalated", "admins of the county, then those of the province"),
            Map.entry("Opinion$Given", "stands on the page of the application, whose lead waits for all of them in the queue"),
            Map.entry("SectorArrangement$Arranged", "admins of the county did it, and each application names who is asked"),
            Map.entry("FilingTransition$Refused", OWN), Map.entry("FilingTransition$Suspended", OWN),
            Map.entry("FilingTransition$Resumed", OWN),
            Map.entry("FilingStep$Supplied", "officials, of what the firm supplied; of what a check confirmed: " + OWN),
            Map.entry("FilingStep$OwedOverdue", "the check that it opens stands in the queue, on the home and in the record"),
            Map.entry("EpidemicEndVersion$Step", "admins of the province when it is asked, confirmed and sent back"),
            Map.entry("EpidemicEndSetting$OwnWork", REFUSED), Map.entry("BehalfEntry$Step", OWN),
            Map.entry("FirmClaim$Claimed", "the firm looks after its filings itself from then on, and the list of entries says so"),
            Map.entry("FilingStep$ListChanged", "follows from a list or an adaptation that took effect, of which they are told"),
            Map.entry("FilingStep$Advised", LEVEL), Map.entry("FilingTransition$Closed", LEVEL),
            Map.entry("FilingTransition$TookEffect", LEVEL), Map.entry("Obligation$Step", LEVEL),
            Map.entry("Unit$Step", "is the operator's own list, of which the county sees what is filed"),
            Map.entry("UnitList$Step", "is the operator's own list, of which the county sees what is filed"),
            Map.entry("Attachment$Infected", "is told at once to who sends it, and nothing of it is kept"),
            Map.entry("Attachment$Step", "belongs to the answer that it is evidence of, and is seen with it"),
            Map.entry("Enterprise$Registered", FIRM), Map.entry("Enterprise$Described", FIRM),
            Map.entry("Account$Opened", "whoever opens it hands the password over"),
            Map.entry("Account$Changed", "whoever it concerns has to sign in anew, and is told by the admin"),
            Map.entry("Account$PasswordChanged", "whoever owns the account"),
            Map.entry("Contacts$Changed", "whoever it is did it; the address that is left is told"),
            Map.entry("UndeliveredNotices$Resent", OWN),
            Map.entry("Account$Rehashed", "changes nothing for anybody"),
            Map.entry("Draw$Step", "the inspectors who are sent, each of the own firms; of others: " + OWN),
            Map.entry("Inspector$Credentialed", OWN), Map.entry("Interest$Step", OWN), Map.entry("PositiveListing$Step", "the firm"),
            Map.entry("CheckCap$Set", OWN),
            Map.entry("Site$Added", FIRM), Map.entry("Site$Corrected", FIRM),
            Map.entry("LevelEffectCompleted$Finished", LEVEL), Map.entry("LevelEffectCompleted$Overtaken", LEVEL),
            Map.entry("LevelBatch$Proposed", "is confirmed by whoever proposed it"),
            Map.entry("LevelBatch$Confirmed", "each level that it sets is told"),
            Map.entry("LevelSetting$Foreseen", "was looked at by whoever set the level"),
            Map.entry("CountyAdaptation$Refused", REFUSED), Map.entry("RefusalGrounds$OutsideList", REFUSED),
            Map.entry("VerificationDecision$OutsideList", REFUSED), Map.entry("ListPublication$OwnWork", REFUSED),
            Map.entry("Impact$Computed", LOOKED), Map.entry("ListExport", LOOKED), Map.entry("VerdictRun$Traced", LOOKED),
            Map.entry("CatalogueVersion$Recorded", "nothing applies until a list is published"),
            Map.entry("HolidayYear$Arranged", "due days are shown as they are"));

    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    StaffFixtures staff;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    FilingClosing closing;
    @Autowired
    VerificationAnswer answers;
    @Autowired
    RequestSending requests;
    @Autowired
    LevelSetting levels;
    @Autowired
    RiskLevels inForce;
    @Autowired
    Inbox inbox;
    @Autowired
    Notices notices;
    @Autowired
    DueJobs jobs;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Clock clock;

    private Actor official;
    private Actor elsewhere;
    private Actor admin;

    @BeforeEach
    void people() {
        official = staff.of(Role.OFFICIAL, COUNTY);
        elsewhere = staff.of(Role.OFFICIAL, "640423");
        admin = staff.of(Role.PROVINCE_ADMIN, "640000");
    }

    @Test
    void everyKindOfEventIsToldOrHasAReasonForNone() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Audited.class));
        var kinds = scanner.findCandidateComponents("org.fugong").stream().map(kind -> kind.getBeanClassName())
                .map(name -> name.substring(name.lastIndexOf('.') + 1)).collect(Collectors.toCollection(TreeSet::new));
        assertThat(kinds).isEqualTo(new TreeSet<>(EVENTS.keySet()));
    }

    @Test
    void anApplicationIsToldToEachOfficialOfItsLeadUntilEachHasReadIt() {
        var colleague = replies.official(COUNTY, Department.INDUSTRY);
        var other = replies.official(COUNTY, Department.HEALTH);
        var application = received.application(COUNTY, "宁夏申请有限公司", LocalDate.of(2030, 3, 25));
        assertThat(told(official)).containsExactly("收到申请 " + application.no() + "，请在2030年3月25日前一次性答复。");
        assertThat(told(colleague)).hasSize(1);
        assertThat(told(other)).as("another department is asked once it is accepted").isEmpty();
        assertThat(told(elsewhere)).isEmpty();
        assertThat(told(admin)).isEmpty();

        var id = inbox.foremost(official, 1).getFirst().id();
        assertThat(inbox.read(elsewhere, id)).isEmpty();
        assertThat(inbox.read(official, id)).hasValueSatisfying(notice -> assertThat(notice.link())
                .isEqualTo("/desk/applications/" + application.no()));
        assertThat(told(official)).isEmpty();
        assertThat(told(colleague)).hasSize(1);
    }

    @Test
    void aDepartmentIsToldWhatItIsAskedAndByWhenAndWhereItHasNobodyTheGeneralDesk() {
        received.level(COUNTY, RiskLevel.HIGH);
        var lead = replies.official(COUNTY, Department.INDUSTRY);
        var health = replies.official(COUNTY, Department.HEALTH);
        var transport = replies.official(COUNTY, Department.TRANSPORT);
        var application = received.application(COUNTY, "宁夏会办有限公司", LocalDate.of(2030, 3, 25));
        replies.accept(lead, application.no());
        var asked = inbox.foremost(health, 9);
        assertThat(told(health)).containsExactly("申请 " + application.no() + " 已受理，请以卫生健康部门在2030年3月25日前给出意见。");
        assertThat(asked.getFirst().link()).startsWith("/desk/opinions/");
        assertThat(told(official)).as("nobody works for emergency management")
                .anyMatch(text -> text.contains("请以应急管理部门")).noneMatch(text -> text.contains("请以卫生健康部门"));
        assertThat(told(lead)).as("whoever accepted it").noneMatch(text -> text.contains("请以"));
        assertThat(told(transport)).isEmpty();
    }

    @Test
    void whatTakesEffectByItselfIsNotToldButItsWithdrawalIs() {
        var checklist = received.checklist(COUNTY, "宁夏清单有限公司", LocalDate.now(clock).plusDays(3));
        assertThat(told(official)).isEmpty();
        withdrawal.withdraw(checklist.actor(), checklist.no());
        assertThat(told(official)).containsExactly("企业撤回了 " + checklist.no() + "，不用再审核或者核查。");
        assertThat(told(elsewhere)).isEmpty();
    }

    @Test
    void thatAFirmHasClosedItsFilingIsToldWhereItWasToBeChecked() {
        var checklist = received.checklist(COUNTY, "宁夏办结有限公司", LocalDate.now(clock).plusDays(3));
        closing.close(checklist.actor(), checklist.no());
        var notice = received.notice(COUNTY, "宁夏报送有限公司");
        closing.close(notice.actor(), notice.no());
        assertThat(told(official)).containsExactly("企业的作业已结束，办结了 " + checklist.no() + "，不用再核查。");
        assertThat(told(elsewhere)).isEmpty();
    }

    @Test
    void theAnswerToAnOrderIsToldAndThatNoneCameInTime() {
        var answered = ordered("宁夏答复有限公司", LocalDate.now(clock).plusDays(3));
        answers.answer(answered.actor(), answered.no(), "已补足口罩。");
        assertThat(told(official)).containsExactly("企业已就 " + answered.no() + " 答复整改情况，请查看并办理。");

        var silent = ordered("宁夏逾期有限公司", LocalDate.now(clock).minusDays(1));
        jobs.run("order-reminders", "daily");
        jobs.run("order-reminders", "daily");
        assertThat(told(official)).hasSize(2).first().asString().startsWith("企业没有按期（").contains(silent.no());
        assertThat(told(elsewhere)).isEmpty();
    }

    @Test
    void aReportIsToldToTheProvinceAndNotToTheCounty() {
        var told = requests.send(null, "from " + official.login(), new Statement(Demand.values()[0], COUNTY, "某街道办", "要交担保书",
                LocalDate.now(clock), null, null));
        assertThat(told(admin)).containsExactly("收到反映 " + told.no() + "，请调查后答复。");
        assertThat(told(official)).isEmpty();
    }

    @Test
    void aNewLevelIsToldInTheLanguageOfTheReader() {
        var seen = inForce.changes(COUNTY).stream().map(RiskLevelChange::id).max(Long::compare).orElse(null);
        levels.set(COUNTY, RiskLevel.HIGH, Instant.parse("2031-03-20T01:00:00Z"), false, "关于调整风险等级的通知", null, admin, seen);
        assertThat(told(official)).containsExactly("本县区的风险等级定为高风险，自2031年3月20日起执行。");
        var notice = inbox.foremost(official, 1).getFirst();
        assertThat(notices.text(notice.key(), notice.arguments(), Locale.ENGLISH))
                .isEqualTo("The risk level of this county was set to High risk, from 20 March 2031.");
        assertThat(told(elsewhere)).isEmpty();
    }

    private SubmittedFilings.One ordered(String firm, LocalDate by) {
        var filing = received.checklist(COUNTY, firm, LocalDate.now(clock));
        entities.flush();
        entities.clear();
        jdbc.sql("""
                update verification set state = 'RECTIFY', outcome = 'RECTIFY', rectify_by = :by, due_on = :by, statement = '请整改'
                where filing_id = :filing""").param("by", by).param("filing", filing.id()).update();
        return filing;
    }

    private List<String> told(Actor reader) {
        return inbox.foremost(reader, 9).stream().map(notice -> notices.text(notice.key(), notice.arguments(), Locale.SIMPLIFIED_CHINESE))
                .toList();
    }
}
