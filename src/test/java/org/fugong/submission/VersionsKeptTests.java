package org.fugong.submission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingClosing;
import org.fugong.filing.FilingContents;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.NextVersions;
import org.fugong.filing.OwedItem;
import org.fugong.filing.Plan;
import org.fugong.filing.version.VersionHistory;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever a firm does in whatever order, nothing that it filed is lost, and no step of the history. */
@WebTest
class VersionsKeptTests {

    private static final String COUNTY = "640106";

    private static VersionsKeptTests context;

    @Autowired
    FilingFixtures filed;
    @Autowired
    Firms firms;
    @Autowired
    FilingStart start;
    @Autowired
    NextVersions versions;
    @Autowired
    DraftEditing editing;
    @Autowired
    FilingClosing closing;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    Filings filings;
    @Autowired
    VersionHistory history;
    @Autowired
    Trail trail;
    @Autowired
    TestClock clock;
    @Autowired
    EntityManager entities;
    @Autowired
    PlatformTransactionManager transactions;

    /** What a firm does. */
    enum Act {
        START, CHANGE, RENEW, EDIT, SUBMIT, WITHDRAW, CLOSE
    }

    /** What a filing said when it was submitted. */
    private record Said(FilingContents contents, List<Finding> findings, List<OwedItem> owed, int edition) {
        static Said by(Filing filing) {
            return new Said(filing.contents(), filing.findings(), filing.owed(), filing.succession().edition());
        }
    }

    @BeforeContainer
    static void startTheApplication() throws Exception {
        context = new VersionsKeptTests();
        new TestContextManager(VersionsKeptTests.class).prepareTestInstance(context);
    }

    @AfterContainer
    static void now() {
        context.clock.reset();
    }

    @Property(tries = 25)
    void noAnswerAndNoStepIsLost(@ForAll @Size(min = 3, max = 9) List<Act> acts) {
        new TransactionTemplate(context.transactions).executeWithoutResult(status -> {
            context.run(acts);
            status.setRollbackOnly();
        });
    }

    private void run(List<Act> acts) {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var firm = firms.complete("宁夏版本有限公司");
        var actor = Firms.actor(firm);
        var site = firms.site(firm, COUNTY);
        var said = new LinkedHashMap<Long, Said>();
        var steps = new HashMap<Long, List<Entry>>();
        said(filed.submitted(firm, site, FilingKind.CHECKLIST), said);
        for (var act : acts) {
            clock.set(clock.instant().plus(Duration.ofHours(3)));
            var drafted = draft(site);
            try {
                act(act, actor, site, said);
            } catch (Filing.Overtaken | NextVersions.InTheWay refused) {
                assertThat(draft(site)).as("%s was refused", act).isEqualTo(drafted);
            }
            entities.flush();
            entities.clear();
            said.forEach((id, then) -> {
                assertThat(Said.by(filings.findById(id).orElseThrow())).as("%s after %s", id, act).isEqualTo(then);
                var now = trail.of("filing:" + id);
                var before = steps.getOrDefault(id, List.of());
                assertThat(now.subList(0, Math.min(before.size(), now.size()))).as("steps of %s after %s", id, act).isEqualTo(before);
                steps.put(id, now);
            });
        }
        said.keySet().forEach(id -> {
            var all = history.versions(id);
            assertThat(all.stream().map(VersionHistory.FiledVersion::edition).toList())
                    .isEqualTo(IntStream.rangeClosed(1, all.size()).boxed().toList());
            assertThat(all.stream().filter(version -> version.state() != FilingState.CHANGED)).hasSize(1);
            assertThat(history.steps(all)).hasSize(all.stream().mapToInt(version -> steps.get(version.id()).size()).sum());
        });
    }

    private void act(Act act, Actor actor, Site site, Map<Long, Said> said) {
        var newest = filings.findById(said.keySet().stream().reduce((first, second) -> second).orElseThrow()).orElseThrow();
        var draft = filings.findBySiteIdAndState(site.id(), FilingState.DRAFT);
        switch (act) {
            case START -> start.start(actor, site.id(), FilingKind.CHECKLIST);
            case CHANGE -> {
                var begun = versions.change(actor, newest.no());
                assertThat(begun.answers()).isEqualTo(draft.map(Filing::answers).orElseGet(newest::answers));
            }
            case RENEW -> versions.renew(actor, newest.no());
            case WITHDRAW -> withdrawal.withdraw(actor, newest.no());
            case CLOSE -> closing.close(actor, newest.no());
            case EDIT -> draft.ifPresent(open -> editing.plan(actor, open.id(), SeenVersions.LATEST, plan -> with(plan, plan.start(), 39)));
            case SUBMIT -> draft.ifPresent(open -> submit(actor, open, newest, said));
        }
    }

    /** Fills in what is still asked, and sends it; what stands in the way is refused with a reason. */
    private void submit(Actor actor, Filing draft, Filing newest, Map<Long, Said> said) {
        var tomorrow = LocalDate.now(clock).plusDays(1);
        editing.plan(actor, draft.id(), SeenVersions.LATEST, plan -> with(plan, plan.start() == null ? tomorrow : plan.start(),
                plan.plannedStaff()));
        var list = filed.draft(actor, draft.id()).applicable().list();
        FilingFixtures.answers(list).forEach((code, answer) -> editing.answers(actor, draft.id(), SeenVersions.LATEST,
                Map.of(code, known -> known.value() == null ? answer.apply(known) : known)));
        var typed = filings.findById(draft.id()).orElseThrow().answers();
        try {
            var sent = filed.submit(actor, draft.id());
            assertThat(sent.answers()).isEqualTo(typed).containsKeys(newest.answers().keySet().toArray(String[]::new));
            said(sent, said);
        } catch (SubmissionRefused refused) {
            assertThat(refused.reason()).isIn(SubmissionRefused.Reason.ALREADY_FILED, SubmissionRefused.Reason.MOVED_ON,
                    SubmissionRefused.Reason.INCOMPLETE);
            Map<String, Answer> kept = filings.findById(draft.id()).orElseThrow().answers();
            assertThat(kept).isEqualTo(typed);
        }
    }

    private FilingContents draft(Site site) {
        return filings.findBySiteIdAndState(site.id(), FilingState.DRAFT).map(Filing::contents).orElse(null);
    }

    private static void said(Filing filing, Map<Long, Said> said) {
        said.put(filing.id(), Said.by(filing));
    }

    private static Plan with(Plan plan, LocalDate start, Integer planned) {
        return new Plan(plan.responsible(), plan.phone(), start, plan.totalStaff(), planned, plan.fromOutside(), plan.fromHighRisk(),
                plan.batches(), plan.fullProduction());
    }
}
