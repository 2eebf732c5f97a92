package org.fugong.message;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fugong.KilledConnections;
import org.fugong.KilledConnections.Moment;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is killed when, a notice that was written is shown once and mailed at least once, and of what was not written nobody hears. */
@WebTest
class ToldOnceTests {

    private static ToldOnceTests context;

    @Autowired
    Notices notices;
    @Autowired
    Contacts contacts;
    @Autowired
    Inbox inbox;
    @Autowired
    DeliveryJob job;
    @Autowired
    MailServer server;
    @Autowired
    Firms firms;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    KilledConnections killed;
    @Autowired
    TestClock clock;
    @Autowired
    PlatformTransactionManager transactions;

    private final String domain = UUID.randomUUID() + ".example";
    private Enterprise firm;
    private int tries;

    @BeforeContainer
    static void startTheApplication() throws Exception {
        context = new ToldOnceTests();
        new TestContextManager(ToldOnceTests.class).prepareTestInstance(context);
        context.firm = context.firms.complete("宁夏断电通知有限公司");
        var clerk = Firms.actor(context.firm);
        var wishes = new EnumMap<Channel, Contacts.Wish>(Channel.class);
        wishes.put(Channel.MAIL, new Contacts.Wish("clerk@" + context.domain, true));
        context.contacts.change(clerk, 0, Language.CHINESE, wishes);
        context.jdbc.sql("update contact_address set confirmed_at = now() where account_id = ?").param(clerk.accountId()).update();
        context.nothingWaits();
    }

    @AfterContainer
    static void stop() {
        context.nothingWaits();
        context.clock.reset();
    }

    enum Act {
        TELL, SEND, LET_TIME_PASS
    }

    /** What is done, of which thing is told, and at which step it is broken off; further steps than there are break nothing off. */
    record Step(Act act, int thing, int brokenAt, Moment moment) {
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(Act.TELL)),
                Tuple.of(3, Arbitraries.just(Act.SEND)), Tuple.of(1, Arbitraries.just(Act.LET_TIME_PASS))),
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 7), Arbitraries.of(Moment.class)).as(Step::new);
    }

    @Property(tries = 80)
    void whatWasWrittenIsShownOnceAndMailed(@ForAll @Size(min = 1, max = 12) List<@From("steps") Step> steps) throws Exception {
        context.run(steps);
    }

    private void run(List<Step> steps) throws Exception {
        tries++;
        var acknowledged = new HashSet<String>();
        for (var step : steps) {
            try {
                killed.breakOff(step.brokenAt, step.moment, () -> act(step));
                if (step.act == Act.TELL) {
                    acknowledged.add(number(step.thing));
                }
            } catch (Exception e) {
                // broken off: whether it was done is what is looked at below
            }
        }
        while (waiting() > 0) {
            clock.advance(Deliveries.CLAIM);
            job.step("frequent");
        }
        var shown = shown();
        assertThat(shown).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(mailed()).isEqualTo(Set.copyOf(shown));
    }

    private void act(Step step) {
        switch (step.act) {
            case TELL -> new TransactionTemplate(transactions).executeWithoutResult(status -> notices.send(List.of(
                    new Notice(firm.id(), "told-once:" + number(step.thing), "notice.filing.permitted", List.of(number(step.thing)),
                            "/my"))));
            case SEND -> job.step("frequent");
            case LET_TIME_PASS -> clock.advance(Duration.ofMinutes(7));
        }
    }

    /** Of one try, so that what earlier ones have left is not seen as of this one. */
    private String number(int thing) {
        return "640104-200320-%05d-%d".formatted(tries, thing);
    }

    private List<String> shown() {
        return inbox.page(Firms.actor(firm), Long.MAX_VALUE, 1_000).stream().map(notice -> notice.arguments().getFirst())
                .filter(number -> number.startsWith(number(0).substring(0, 19))).toList();
    }

    private Set<String> mailed() throws MessagingException {
        var numbers = new HashSet<String>();
        for (var mail : server.of(domain)) {
            for (int thing = 0; thing <= 3; thing++) {
                if (mail.getSubject().contains(number(thing))) {
                    numbers.add(number(thing));
                }
            }
        }
        return numbers;
    }

    private int waiting() {
        return jdbc.sql("select count(*) from delivery where state = 'WAITING' and account_id = ?").param(firm.accountId())
                .query(Integer.class).single();
    }

    /** What other tests have left, and the code for the address, are not looked at here. */
    private void nothingWaits() {
        jdbc.sql("update delivery set state = 'DROPPED', ended_at = now() where state = 'WAITING'").update();
    }
}
