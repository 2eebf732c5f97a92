package org.fugong.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.attachment.store.S3Server;
import org.fugong.attachment.store.StoreOutOfReach;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.FilingFixtures;
import org.fugong.web.NotFound;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Files are kept in a store of objects where there is one, against a real server that speaks S3; each act is a transaction here. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectStoreTests {

    private static final String COUNTY = "640425";

    @Autowired
    DraftFiles files;
    @Autowired
    Attaching inDatabase;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DeskReading reading;
    @Autowired
    Firms firms;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    TestClock clock;
    @Autowired
    PlatformTransactionManager transactions;

    private S3Server server;
    private Contents contents;
    private Attaching attaching;
    private Attachments attachments;
    private ObjectSweep sweep;
    private Enterprise firm;
    private Actor clerk;
    private long draft;
    private int serial;

    @BeforeAll
    void aServerAndAFirm() {
        server = S3Server.start();
        contents = new Contents(jdbc, server.store());
        attaching = new Attaching(files, contents, null);
        attachments = new Attachments(jdbc, reading, contents);
        sweep = new ObjectSweep(jdbc, server.store(), clock);
        inTransaction(() -> {
            received.level(COUNTY, RiskLevel.MEDIUM);
            firm = firms.complete("宁夏对象存储有限公司");
        });
        clerk = Firms.actor(firm);
    }

    @BeforeEach
    void aDraft() {
        inTransaction(() -> draft = filed.complete(firm, firms.site(firm, COUNTY, "第" + ++serial + "厂区"), FilingKind.CHECKLIST).id());
    }

    @AfterEach
    void theTimeIsTheRealOne() {
        clock.reset();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aFileIsKeptInTheStoreOnceAndReadFromThere() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("in the store"), null);
        attaching.add(clerk, draft, "C02", file("in the store"), null);
        assertThat(jdbc.sql("select count(*) from attachment_content where sha256 = :sha and bytes is null")
                .param("sha", file("in the store").sha256()).query(Long.class).single()).isEqualTo(1);
        assertThat(objects("in the store")).isEqualTo(1);
        assertThat(read("C01")).isEqualTo(read("C02")).isEqualTo("in the store".getBytes());
    }

    @Test
    void whatIsTakenOffIsDeletedInTheStoreAfterAWeekAndNotBefore() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("taken off"), null);
        var object = object("taken off");
        attaching.remove(clerk, draft, "C01", id("C01"));
        sweep();
        assertThat(server.store().get(object)).isEqualTo("taken off".getBytes());
        clock.advance(ObjectSweep.KEPT.plusMinutes(1));
        sweep();
        assertThatThrownBy(() -> server.store().get(object)).isInstanceOf(StoreOutOfReach.class);
        assertThat(objects("taken off")).isZero();
    }

    @Test
    void whatIsAttachedStaysHoweverOldItIs() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("to stay"), null);
        clock.advance(Duration.ofDays(4_000));
        sweep();
        assertThat(read("C01")).isEqualTo("to stay".getBytes());
    }

    @Test
    void whatWasPutWhenSomethingBrokeOffIsDeletedAndTheFileIsAttachedAnew() throws FileRefused {
        var lost = contents.put(file("broken off")).object();
        attaching.add(clerk, draft, "C01", file("broken off"), null);
        clock.advance(ObjectSweep.KEPT.plusMinutes(1));
        sweep();
        assertThatThrownBy(() -> server.store().get(lost)).isInstanceOf(StoreOutOfReach.class);
        assertThat(read("C01")).isEqualTo("broken off".getBytes());
    }

    @Test
    void whileTheStoreIsOutOfReachAFileIsRefusedAndNothingIsHalfKept() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("before"), null);
        server.stop();
        try {
            assertThat(catchThrowableOfType(FileRefused.class, () -> attaching.add(clerk, draft, "C01", file("meanwhile"), id("C01")))
                    .fault()).isEqualTo(AttachmentFault.NOT_KEPT);
            assertThatThrownBy(() -> read("C01")).isInstanceOf(StoreOutOfReach.class);
        } finally {
            server.resume();
        }
        assertThat(read("C01")).isEqualTo("before".getBytes());
        assertThat(kept("meanwhile")).isZero();
        attaching.add(clerk, draft, "C01", file("meanwhile"), id("C01"));
        assertThat(read("C01")).isEqualTo("meanwhile".getBytes());
    }

    @Test
    void anObjectThatIsNotWhatWasPutThereIsNotShown() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("as it was"), null);
        server.store().put(object("as it was"), "another".getBytes());
        assertThatThrownBy(() -> read("C01")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoDoesNotOwnTheDraftPutsNothing() {
        var other = new Actor[1];
        inTransaction(() -> other[0] = Firms.actor(firms.complete("宁夏别家对象存储有限公司")));
        assertThatThrownBy(() -> attaching.add(other[0], draft, "C01", file("of another"), null)).isInstanceOf(NotFound.class);
        assertThat(objects("of another")).isZero();
    }

    @Test
    void whatIsInTheDatabaseAlreadyStaysThereAndIsRead() throws FileRefused {
        inDatabase.add(clerk, draft, "C01", file("in the database"), null);
        attaching.add(clerk, draft, "C02", file("in the database"), null);
        assertThat(objects("in the database")).isZero();
        assertThat(read("C01")).isEqualTo(read("C02")).isEqualTo("in the database".getBytes());
    }

    private void inTransaction(Runnable work) {
        new TransactionTemplate(transactions).executeWithoutResult(status -> work.run());
    }

    private void sweep() {
        while (Boolean.TRUE.equals(new TransactionTemplate(transactions).execute(status -> sweep.step("daily")))) {
            // the next
        }
    }

    private static CheckedFile file(String content) {
        return CheckedFile.of(content + ".pdf", FileType.PDF, content.getBytes());
    }

    private byte[] read(String item) {
        return attachments.ofFirm(firm.id(), id(item), false).orElseThrow().bytes();
    }

    private long id(String item) {
        return attachments.forFirm(draft).on(item).getFirst().id();
    }

    private String object(String content) {
        return jdbc.sql("select object from attachment_content where sha256 = :sha").param("sha", file(content).sha256())
                .query(String.class).single();
    }

    private long kept(String content) {
        return jdbc.sql("select count(*) from attachment_content where sha256 = :sha").param("sha", file(content).sha256())
                .query(Long.class).single();
    }

    private long objects(String content) {
        return jdbc.sql("select count(*) from attachment_object where name like :sha || '/%'").param("sha", file(content).sha256())
                .query(Long.class).single();
    }
}
