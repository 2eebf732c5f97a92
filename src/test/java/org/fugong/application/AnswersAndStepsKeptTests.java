package org.fugong.application;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingWithdrawal;
import org.fugong.filing.Filings;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.fugong.web.NotFound;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever a county, its departments and a firm do about an application in whatever order: each answer that was submitted or corrected
 * is still to be found, and each act has left its one step, in order; what is refused has changed nothing.
 */
@WebTest
class AnswersAndStepsKeptTests {

    private static final String COUNTY = "640423";

    private static AnswersAndStepsKeptTests context;

    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    RepliedApplications replies;
    @Autowired
    Firms firms;
    @Autowired
    Acceptance acceptance;
    @Autowired
    ApplicationReply reply;
    @Autowired
    OpinionGiving giving;
    @Autowired
    CorrectionAnswering answering;
    @Autowired
    Corrections corrections;
    @Autowired
    CorrectionTargets targets;
    @Autowired
    FilingWithdrawal withdrawal;
    @Autowired
    Filings filings;
    @Autowired
    Trail trail;
    @Autowired
    DueJobs jobs;
    @Autowired
    TestClock clock;
    @Autowired
    EntityManager entities;
    @Autowired
    PlatformTransactionManager transactions;

    /** What is done, with the step that it leaves; a change of level leaves whatever follows from it. */
    enum Act {
        ACCEPT("filing.accepted"), ASK_CORRECTION("filing.correction-asked"), CORRECT("filing.corrected"), AGREE("opinion.given"),
        DISAGREE("opinion.given"), PERMIT("filing.permitted"), REFUSE("filing.refused"), NOT_ACCEPT("filing.not-accepted"),
        WITHDRAW("filing.withdrawn"), LOW(null), MEDIUM(null), HIGH(null);

        private final String step;

        Act(String step) {
            this.step = step;
        }

        /** What a state may lead to. */
        static List<Act> of(FilingState state) {
            return switch (state) {
                case SUBMITTED -> List.of(ACCEPT, ACCEPT, ASK_CORRECTION, ASK_CORRECTION, NOT_ACCEPT, WITHDRAW, MEDIUM);
                case CORRECTION -> List.of(CORRECT, CORRECT, CORRECT, WITHDRAW, MEDIUM);
                case ACCEPTED -> List.of(AGREE, AGREE, AGREE, DISAGREE, PERMIT, PERMIT, REFUSE, WITHDRAW, LOW);
                default -> List.of(values());
            };
        }
    }

    /** The text that an item or a field has had. */
    private record Said(String target, String text) {
    }

    /** An application with those who deal with it. */
    private record Case(String no, long id, Actor firm, Actor official) {
    }

    @BeforeContainer
    static void startTheApplication() throws Exception {
        context = new AnswersAndStepsKeptTests();
        new TestContextManager(AnswersAndStepsKeptTests.class).prepareTestInstance(context);
    }

    @AfterContainer
    static void now() {
        context.clock.reset();
    }

    @Property(tries = 20)
    void noAnswerAndNoStepIsLost(@ForAll @Size(min = 4, max = 12) List<@IntRange(min = 0, max = 9_999) Integer> choices) {
        new TransactionTemplate(context.transactions).executeWithoutResult(status -> {
            context.run(choices);
            status.setRollbackOnly();
        });
    }

    private void run(List<Integer> choices) {
        clock.set(Instant.parse("2020-03-19T01:00:00Z"));
        filed.level(COUNTY, RiskLevel.HIGH);
        var firm = firms.complete("宁夏留痕有限公司");
        var submitted = filed.submitted(firm, firms.site(firm, COUNTY), FilingKind.APPLICATION);
        var one = new Case(submitted.no(), submitted.id(), Firms.actor(firm), received.official(COUNTY));
        var said = new LinkedHashSet<Said>();
        steps(one);
        for (int choice : choices) {
            clock.set(clock.instant().plus(Duration.ofMinutes(40)));
            said.addAll(says(filing(one)));
            var before = steps(one);
            var state = filing(one).state();
            var act = choice % 4 == 0 ? Act.values()[choice / 4 % Act.values().length] : chosen(Act.of(state), choice / 4);
            var done = did(act, one, choice);
            var after = steps(one);
            assertThat(after.subList(0, Math.min(before.size(), after.size()))).as("steps before %s in %s", act, state).isEqualTo(before);
            // with the application ends what a change of level has asked of its firm meanwhile
            var left = after.subList(before.size(), after.size()).stream().map(Entry::action)
                    .filter(action -> !action.startsWith("obligation.")).toList();
            if (!done || act == Act.WITHDRAW && state == FilingState.WITHDRAWN) {
                assertThat(left).as("%s in %s changes nothing", act, state).isEmpty();
                assertThat(filing(one).state()).isEqualTo(state);
            } else if (act.step != null) {
                assertThat(left).as("%s in %s", act, state).containsExactly(act.step);
            }
            said.addAll(says(filing(one)));
            assertThat(found(one)).as("what was said, after %s in %s", act, state).containsAll(said);
        }
    }

    private static Act chosen(List<Act> acts, int choice) {
        return acts.get(choice % acts.size());
    }

    /** Whether it was possible. */
    private boolean did(Act act, Case one, int choice) {
        try {
            act(act, one, choice);
            return true;
        } catch (OptimisticLockingFailureException | NotFound refused) {
            return false;
        } finally {
            entities.flush();
            entities.clear();
        }
    }

    private void act(Act act, Case one, int choice) {
        switch (act) {
            case ACCEPT -> replies.accept(one.official, one.no);
            case ASK_CORRECTION -> replies.askCorrection(one.official, one.no, "C01", "plan.plannedStaff", "plan.phone");
            case CORRECT -> answering.answer(one.firm, one.no, Map.of("C01", new CorrectionAnswering.Given(1000.0 + choice, ""),
                    "plan.plannedStaff", new CorrectionAnswering.Given(choice % 2 == 0 ? null : 20 + choice % 20, "已按花名册核实"),
                    "plan.phone", new CorrectionAnswering.Given("0951-6012399", "")));
            case AGREE -> opinion(one, List.of());
            case DISAGREE -> opinion(one, List.of("C01", "F01"));
            case PERMIT -> reply.permit(one.official, one.no, replies.version(one.official, one.no));
            case REFUSE -> reply.refuse(one.official, one.no, replies.version(one.official, one.no),
                    Stream.of("C01", "F01").map(code -> new Reason(code, "现场没有看到")).toList(), "现场与填报不符");
            case NOT_ACCEPT -> acceptance.notAccept(one.official, one.no, replies.version(one.official, one.no), "不在本区");
            case WITHDRAW -> withdrawal.withdraw(one.firm, one.no);
            case LOW, MEDIUM, HIGH -> {
                filed.level(COUNTY, RiskLevel.valueOf(act.name()));
                jobs.run();
            }
        }
    }

    /** The first department that has not spoken speaks, of those of the items that are its own. */
    private void opinion(Case one, List<String> against) {
        var task = replies.tasks(filing(one)).stream().filter(Opinion::open).findFirst().orElseThrow(NotFound::new);
        giving.give(one.official, task.id(), task.version(), against.stream()
                .filter(code -> task.categories().contains(code.substring(0, 1))).map(code -> new Reason(code, "现场没有看到")).toList(), "");
    }

    private Set<Said> says(Filing filing) {
        var says = new LinkedHashSet<Said>();
        targets.of(filing).values().forEach(target -> says.add(new Said(target.name(),
                CorrectionAnswering.text(CorrectionAnswering.value(filing, target)))));
        return says;
    }

    /** What the filing says, and what the round of corrections has kept. */
    private List<Said> found(Case one) {
        var found = new ArrayList<>(says(filing(one)));
        corrections.findById(one.id).ifPresent(round -> round.answers().forEach(answer -> {
            found.add(new Said(answer.target(), answer.before()));
            found.add(new Said(answer.target(), answer.after()));
        }));
        return found;
    }

    private List<Entry> steps(Case one) {
        return trail.of("filing:" + one.id);
    }

    private Filing filing(Case one) {
        entities.flush();
        entities.clear();
        return filings.findById(one.id).orElseThrow();
    }
}
