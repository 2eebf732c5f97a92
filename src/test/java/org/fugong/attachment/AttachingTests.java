package org.fugong.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.net.ServerSocket;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.util.List;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.audit.Trail;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.FilingFixtures;
import org.fugong.web.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Files come to a draft and leave it, and stay with what is filed. */
@WebTest
@Transactional
class AttachingTests {

    @Test
    void aVirusLeavesATraceAndNoFile() throws Exception {
        try (var scanner = new ServerSocket(0)) {
            Thread.startVirtualThread(() -> findAVirus(scanner));
            var settings = new AttachmentSettings("localhost:" + scanner.getLocalPort());
            var suspicious = new Attaching(files, contents, new FileCheck(new Clamd(settings)));
            assertThat(catchThrowableOfType(FileRefused.class,
                    () -> suspicious.add(clerk, draft, "C01", "照片.pdf", () -> EvidenceFiles.pdf(1), null)).fault())
                    .isEqualTo(AttachmentFault.INFECTED);
        }
        assertThat(names("C01")).isEmpty();
        assertThat(trail.of("filing:" + draft)).last().satisfies(entry -> {
            assertThat(entry.action()).isEqualTo("attachment.infected");
            assertThat(entry.after()).containsKeys("item", "sha256");
        });
    }

    private static void findAVirus(ServerSocket scanner) {
        try (var asked = scanner.accept()) {
            asked.getOutputStream().write("stream: Test FOUND\0".getBytes(StandardCharsets.US_ASCII));
            asked.shutdownOutput();
            asked.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final String COUNTY = "640303";

    @Autowired
    Attaching attaching;
    @Autowired
    DraftFiles files;
    @Autowired
    Contents contents;
    @Autowired
    Attachments attachments;
    @Autowired
    FilingFixtures filed;
    @Autowired
    SubmittedFilings received;
    @Autowired
    DraftEditing editing;
    @Autowired
    Firms firms;
    @Autowired
    Trail trail;
    @Autowired
    EntityManager entities;
    @Autowired
    JdbcClient jdbc;

    private Enterprise firm;
    private Actor clerk;
    private long draft;

    @BeforeEach
    void aDraft() {
        received.level(COUNTY, RiskLevel.MEDIUM);
        firm = firms.complete("宁夏附件有限公司");
        clerk = Firms.actor(firm);
        draft = filed.complete(firm, firms.site(firm, COUNTY), FilingKind.CHECKLIST).id();
    }

    @Test
    void theSameBytesAreThereOnceAtAnItemAndKeptOnceForAll() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("一.pdf", "x"), null);
        attaching.add(clerk, draft, "C01", file("二.pdf", "x"), null);
        attaching.add(clerk, draft, "C02", file("三.pdf", "x"), null);
        assertThat(names("C01")).containsExactly("一.pdf");
        assertThat(names("C02")).containsExactly("三.pdf");
        assertThat(kept("x")).isEqualTo(1);
    }

    @Test
    void anotherFileTakesThePlaceOfTheOneThatItReplaces() throws FileRefused {
        for (var text : List.of("a", "b", "c")) {
            attaching.add(clerk, draft, "C01", file(text + ".pdf", text), null);
        }
        attaching.add(clerk, draft, "C01", file("d.pdf", "d"), id("C01", 0));
        assertThat(names("C01")).containsExactly("d.pdf", "b.pdf", "c.pdf");
        assertThat(kept("a")).isZero();
    }

    @Test
    void bytesThatNothingIsAttachedByAnyMoreGoAndTheTrailSaysThatTheyWereThere() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("a.pdf", "only here"), null);
        attaching.add(clerk, draft, "C02", file("a.pdf", "only here"), null);
        long first = id("C01", 0);
        attaching.remove(clerk, draft, "C01", first);
        attaching.remove(clerk, draft, "C01", first);
        assertThat(kept("only here")).isEqualTo(1);
        attaching.remove(clerk, draft, "C02", id("C02", 0));
        assertThat(kept("only here")).isZero();
        assertThat(trail.of("attachment:" + first)).extracting("action").containsExactly("attachment.added", "attachment.removed");
    }

    @Test
    void whatWasAttachedToAnEarlierFilingIsAttachedAnewWithoutBeingSentAndKeptOnce() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("台账.pdf", "earlier"), null);
        long earlier = id("C01", 0);
        filed.submit(firm, draft);
        entities.flush();
        var next = filed.complete(firm, firms.site(firm, COUNTY, "二厂"), FilingKind.CHECKLIST).id();
        attaching.add(clerk, next, "C02", file("旧.pdf", "gives way"), null);
        long old = attachments.forFirm(next).on("C02").getFirst().id();
        attaching.reuse(clerk, next, "C02", earlier, old);
        attaching.reuse(clerk, next, "C02", earlier, null);
        assertThat(attachments.forFirm(next).on("C02")).extracting(Attachment::name).containsExactly("台账.pdf");
        assertThat(kept("earlier")).isEqualTo(1);
        assertThat(kept("gives way")).isZero();
        assertThat(trail.of("attachment:" + attachments.forFirm(next).on("C02").getFirst().id())).extracting("action")
                .containsExactly("attachment.added");
    }

    @Test
    void whatAnotherFirmHasAttachedIsNoneOfItsEarlierFiles() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("a.pdf", "not theirs"), null);
        var other = firms.complete("宁夏别家附件有限公司");
        var theirs = filed.complete(other, firms.site(other, COUNTY), FilingKind.CHECKLIST).id();
        assertThatThrownBy(() -> attaching.reuse(Firms.actor(other), theirs, "C01", id("C01", 0), null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attaching.reuse(Firms.actor(other), draft, "C02", id("C01", 0), null)).isInstanceOf(NotFound.class);
        assertThat(attachments.earlier(other.id(), theirs, "C01", null, 9)).isEmpty();
        assertThat(attachments.ofFirm(other.id(), id("C01", 0), false)).isEmpty();
    }

    @Test
    void aFileOfAnotherFirmGivesNoPlace() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("a.pdf", "stays"), null);
        var other = firms.complete("宁夏别家附件有限公司");
        var theirs = filed.complete(other, firms.site(other, COUNTY), FilingKind.CHECKLIST).id();
        attaching.add(Firms.actor(other), theirs, "C01", file("b.pdf", "b"), id("C01", 0));
        attaching.remove(Firms.actor(other), theirs, "C01", id("C01", 0));
        assertThat(names("C01")).containsExactly("a.pdf");
    }

    @Test
    void whatIsAttachedGoesWithADraftThatIsThrownAway() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("a.pdf", "thrown away"), null);
        editing.discard(clerk, draft, filed.shown(clerk, draft));
        entities.flush();
        assertThat(kept("thrown away")).isZero();
    }

    @Test
    void afterSubmissionNothingComesAndNothingGoes() throws FileRefused {
        attaching.add(clerk, draft, "C01", file("a.pdf", "filed"), null);
        long id = id("C01", 0);
        filed.submit(firm, draft);
        entities.flush();
        assertThatThrownBy(() -> attaching.add(clerk, draft, "C01", file("b.pdf", "late"), null)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> attaching.remove(clerk, draft, "C01", id)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> jdbc.sql("delete from attachment where id = :id").param("id", id).update())
                .isInstanceOf(DataAccessException.class).hasMessageContaining("refused");
    }

    @Test
    void anotherFirmAttachesNothing() {
        var other = Firms.actor(firms.complete("宁夏别家附件有限公司"));
        assertThatThrownBy(() -> attaching.add(other, draft, "C01", file("a.pdf", "a"), null)).isInstanceOf(NotFound.class);
    }

    @Test
    void afterAHundredFilesThereIsNoRoom() throws FileRefused {
        for (int n = 0; n < Limits.FILES; n++) {
            attaching.add(clerk, draft, "C0" + (1 + n % 3), file(n + ".pdf", "n" + n), null);
        }
        var refused = catchThrowableOfType(FileRefused.class, () -> attaching.add(clerk, draft, "C01", file("101.pdf", "more"), null));
        assertThat(refused.fault()).isEqualTo(AttachmentFault.TOO_MANY);
        assertThat(refused.file()).isEqualTo("101.pdf");
        assertThat(catchThrowableOfType(FileRefused.class, () -> attaching.reuse(clerk, draft, "C01", id("C02", 0), null)).fault())
                .isEqualTo(AttachmentFault.TOO_MANY);
    }

    @Test
    void theyAreAHundredMegabytesAtMost() throws FileRefused {
        for (int n = 0; n < 10; n++) {
            attaching.add(clerk, draft, "C01", large(n), null);
        }
        var refused = catchThrowableOfType(FileRefused.class, () -> attaching.add(clerk, draft, "C01", file("more.pdf", "x"), null));
        assertThat(refused.fault()).isEqualTo(AttachmentFault.TOTAL);
        attaching.add(clerk, draft, "C01", file("instead.pdf", "x"), id("C01", 0));
        assertThat(names("C01")).hasSize(10).startsWith("instead.pdf");
    }

    private static CheckedFile file(String name, String content) {
        return CheckedFile.of(name, FileType.PDF, content.getBytes());
    }

    private static CheckedFile large(int first) {
        var bytes = new byte[Limits.FILE_MB * Limits.MB];
        bytes[0] = (byte) first;
        return CheckedFile.of(first + ".pdf", FileType.PDF, bytes);
    }

    private List<String> names(String item) {
        return attachments.forFirm(draft).on(item).stream().map(Attachment::name).toList();
    }

    private long id(String item, int at) {
        return attachments.forFirm(draft).on(item).get(at).id();
    }

    private long kept(String content) {
        return jdbc.sql("select count(*) from attachment_content where sha256 = :sha").param("sha", file("", content).sha256())
                .query(Long.class).single();
    }
}
