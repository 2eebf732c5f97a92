package org.fugong.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fugong.KilledConnections;
import org.fugong.KilledConnections.Moment;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.attachment.store.ObjectStore;
import org.fugong.attachment.store.S3Server;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whatever is killed when, a file that was acknowledged is there once, whole by its hash, and nothing else is: with files in the
 * database and in a store of objects.
 */
@WebTest
class AcknowledgedFilesTests {

    private static final String COUNTY = "640425";
    private static final int PIECE = 500;

    private static AcknowledgedFilesTests context;
    private static S3Server server;

    @Autowired
    DraftFiles files;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DeskReading reading;
    @Autowired
    Uploads uploads;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    KilledConnections killed;
    @Autowired
    TestClock clock;
    @Autowired
    PlatformTransactionManager transactions;

    private final List<Long> drafts = new ArrayList<>();
    private Enterprise firm;
    private Actor clerk;
    private int tries;

    @BeforeContainer
    static void startTheApplication() throws Exception {
        context = new AcknowledgedFilesTests();
        new TestContextManager(AcknowledgedFilesTests.class).prepareTestInstance(context);
        server = S3Server.start();
        context.inTransaction(() -> {
            context.received.level(COUNTY, RiskLevel.MEDIUM);
            context.firm = context.firms.complete("宁夏断电附件有限公司");
            for (var site : List.of("东厂", "西厂")) {
                context.drafts.add(context.filed
                        .complete(context.firm, context.firms.site(context.firm, COUNTY, site), FilingKind.CHECKLIST).id());
            }
        });
        context.clerk = Firms.actor(context.firm);
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    enum Act {
        ADD, REPLACE, SEND_IN_PIECES, REUSE, REMOVE
    }

    /** What somebody does at an item of one of two drafts, and where it is broken off; further steps than there are break nothing off. */
    record Step(Act act, int draft, int item, int content, int other, int brokenAt, Moment moment) {

        String place() {
            return draft + "/C0" + (1 + item);
        }
    }

    @Provide
    Arbitrary<Step> steps() {
        return Combinators.combine(Arbitraries.of(Act.class), Arbitraries.integers().between(0, 1), Arbitraries.integers().between(0, 1),
                Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 3), Arbitraries.integers().between(0, 24),
                Arbitraries.of(Moment.class)).as(Step::new);
    }

    @Property(tries = 60)
    void whatWasAcknowledgedIsThereOnceAndWhole(@ForAll @Size(min = 1, max = 12) List<@From("steps") Step> steps,
            @ForAll boolean outside) {
        context.run(steps, outside ? server.store() : null);
    }

    private void run(List<Step> steps, ObjectStore store) {
        tries++;
        var contents = new Contents(jdbc, store == null ? null : breakable(store));
        var attaching = new Attaching(files, contents, null);
        var attachments = new Attachments(jdbc, reading, contents);
        for (var step : steps) {
            var before = there(attachments);
            var after = done(step, before);
            var acknowledged = true;
            try {
                killed.breakOff(step.brokenAt, step.moment, () -> act(step, attaching, attachments));
            } catch (Exception e) {
                acknowledged = false;
            }
            var found = there(attachments);
            assertThat(found).as("%s, acknowledged: %s", step, acknowledged).isIn(acknowledged ? List.of(after) : List.of(before, after));
            assertWhole(attachments);
        }
        if (store != null) {
            assertNothingIsLeftOver(store);
        }
        there(attachments).forEach((place, all) -> drafts.forEach(draft -> attachments.forFirm(draft).all()
                .forEach(one -> attaching.remove(clerk, draft, one.item(), one.id()))));
    }

    private void act(Step step, Attaching attaching, Attachments attachments) throws Exception {
        long draft = drafts.get(step.draft);
        var item = step.place().substring(2);
        var here = attachments.forFirm(draft).on(item);
        var file = file(step.content);
        switch (step.act) {
            case ADD -> attaching.add(clerk, draft, item, file, null);
            case REPLACE -> attaching.add(clerk, draft, item, file, here.isEmpty() ? null : here.get(step.other % here.size()).id());
            case SEND_IN_PIECES -> sendInPieces(attaching, draft, item, file);
            case REMOVE -> {
                if (!here.isEmpty()) {
                    attaching.remove(clerk, draft, item, here.get(step.other % here.size()).id());
                }
            }
            case REUSE -> {
                var all = drafts.stream().flatMap(one -> attachments.forFirm(one).all().stream()).toList();
                if (!all.isEmpty()) {
                    attaching.reuse(clerk, draft, item, all.get(step.other % all.size()).id(), null);
                }
            }
        }
    }

    private void sendInPieces(Attaching attaching, long draft, String item, CheckedFile file) throws FileRefused {
        var bytes = file.bytes();
        var upload = uploads.begin(clerk, draft, item, file.name(), bytes.length, file.sha256());
        for (int at = upload.received(); at < bytes.length;) {
            var piece = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PIECE));
            at = uploads.append(clerk, draft, item, upload.id(), at, piece).received();
        }
        var whole = uploads.whole(clerk, draft, item, upload.id());
        attaching.add(clerk, draft, item, CheckedFile.of(file.name(), FileType.PDF, whole), null);
        uploads.drop(clerk, upload.id());
    }

    /** What is there after an act that was done whole. */
    private Map<String, List<String>> done(Step step, Map<String, List<String>> before) {
        var after = new HashMap<String, List<String>>();
        before.forEach((place, all) -> after.put(place, new ArrayList<>(all)));
        var here = after.get(step.place());
        var sha256 = file(step.content).sha256();
        switch (step.act) {
            case ADD, SEND_IN_PIECES -> add(here, sha256);
            case REPLACE -> {
                if (here.isEmpty()) {
                    here.add(sha256);
                } else if (!here.contains(sha256)) {
                    here.set(step.other % here.size(), sha256);
                }
            }
            case REMOVE -> {
                if (!here.isEmpty()) {
                    here.remove(step.other % here.size());
                }
            }
            case REUSE -> {
                var all = List.of("0/C01", "0/C02", "1/C01", "1/C02").stream().flatMap(place -> before.get(place).stream()).toList();
                if (!all.isEmpty()) {
                    add(here, all.get(step.other % all.size()));
                }
            }
        }
        return after;
    }

    private static void add(List<String> here, String sha256) {
        if (!here.contains(sha256)) {
            here.add(sha256);
        }
    }

    /** The hashes of what is attached at each place, in their order. */
    private Map<String, List<String>> there(Attachments attachments) {
        var there = new HashMap<String, List<String>>();
        for (int draft = 0; draft < drafts.size(); draft++) {
            var files = attachments.forFirm(drafts.get(draft));
            for (var item : List.of("C01", "C02")) {
                there.put(draft + "/" + item, files.on(item).stream().map(Attachment::sha256).toList());
            }
        }
        return there;
    }

    private void assertWhole(Attachments attachments) {
        drafts.forEach(draft -> attachments.forFirm(draft).all().forEach(one -> assertThat(
                CheckedFile.sha256(attachments.ofFirm(firm.id(), one.id(), false).orElseThrow().bytes())).isEqualTo(one.sha256())));
        assertThat(jdbc.sql("""
                select count(*) from attachment_content c where sha256 in (:mine) and not exists (select from attachment a
                    where a.sha256 = c.sha256)""").param("mine", mine()).query(Long.class).single()).as("content of nothing").isZero();
    }

    /** After a week the store holds what is referred to, and nothing else that was put. */
    private void assertNothingIsLeftOver(ObjectStore store) {
        clock.advance(ObjectSweep.KEPT.plus(Duration.ofMinutes(1)));
        var sweep = new ObjectSweep(jdbc, store, clock);
        while (Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> sweep.step("daily")))) {
            // the next
        }
        clock.reset();
        var put = jdbc.sql("select name from attachment_object where split_part(name, '/', 1) in (:mine)").param("mine", mine())
                .query(String.class).list();
        assertThat(put).containsExactlyInAnyOrderElementsOf(
                jdbc.sql("select object from attachment_content where sha256 in (:mine)").param("mine", mine()).query(String.class).list());
        put.forEach(store::get);
    }

    private List<String> mine() {
        return List.of(file(0).sha256(), file(1).sha256(), file(2).sha256(), file(3).sha256());
    }

    private CheckedFile file(int content) {
        var bytes = ("try " + tries + " content " + content + ", ").repeat(70).getBytes();
        return CheckedFile.of(content + ".pdf", FileType.PDF, bytes);
    }

    private ObjectStore breakable(ObjectStore store) {
        return new ObjectStore() {
            @Override
            public void put(String name, byte[] bytes) {
                try {
                    killed.step(() -> {
                        store.put(name, bytes);
                        return name;
                    });
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }

            @Override
            public byte[] get(String name) {
                return store.get(name);
            }

            @Override
            public void delete(String name) {
                store.delete(name);
            }
        };
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }
}
