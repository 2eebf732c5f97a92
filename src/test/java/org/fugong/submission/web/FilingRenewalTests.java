package org.fugong.submission.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.fugong.WebTest;
import org.fugong.attachment.Attaching;
import org.fugong.attachment.Attachments;
import org.fugong.attachment.EvidenceFiles;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Firms;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingClosing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingState;
import org.fugong.filing.Plan;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.AnswerType;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.Obstacle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** A renewal asks what needs a fresh answer, and nothing else. */
@WebTest
@Transactional
class FilingRenewalTests extends FirmAtDrafts {

    private static final Map<String, String> CONFIRMED = Map.of("confirmed", "true", "signedName", "马建国");

    @Autowired
    FilingClosing closing;
    @Autowired
    Attaching attaching;
    @Autowired
    Attachments attachments;

    @BeforeEach
    void aCountyAtMediumRisk() {
        clock.set(Instant.parse("2020-03-19T04:00:00Z"));
        filed.level(COUNTY, RiskLevel.MEDIUM);
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aChecklistAsksForTheDaysThatWereAnsweredAndNothingElse() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.CHECKLIST);
        clock.set(clock.instant().plus(Duration.ofDays(20)));
        var check = renew(first);
        var days = draft().answers();
        var dated = filed.draft(Firms.actor(firm), draft().id()).applicable().list().items().stream()
                .filter(item -> item.answer() == AnswerType.DATE).map(item -> item.code()).toList();
        assertThat(open().map(Obstacle::field)).containsExactlyInAnyOrderElementsOf(dated);
        assertThat(page(check).select(".notice").text()).contains("提交后成为第 2 版");
        first.answers().forEach((code, answer) -> {
            if (!dated.contains(code)) {
                assertThat(days.get(code)).as(code).isEqualTo(answer);
            }
        });
        dated.forEach(code -> editing.answers(Firms.actor(firm), draft().id(), SeenVersions.LATEST,
                Map.of(code, answer -> answer.value("2020-04-08"))));
        var second = filings.findByNo(sent(check.replace("/check", "/submission"), CONFIRMED).substring("/my/filings/".length()))
                .orElseThrow();
        assertThat(second.succession().changes(first)).isTrue();
        assertThat(second.plan()).isEqualTo(first.plan());
    }

    @Test
    void whatTheListInForceAsksMoreOfIsAskedBesideTheDays() throws Exception {
        var days = masksFor(1);
        var draft = filed.complete(firm, site, FilingKind.CHECKLIST);
        editing.answers(Firms.actor(firm), draft.id(), SeenVersions.LATEST, Map.of("C01", answer -> answer.value(100.0)));
        var first = filed.submit(firm, draft.id());
        clock.set(clock.instant().plus(Duration.ofDays(20)));
        renew(first);
        var without = open().map(Obstacle::field).toList();
        assertThat(without).as("the same list").doesNotContain("C01");
        clock.set(clock.instant().plus(Duration.ofHours(1)));
        masksFor(days);
        assertThat(open().map(Obstacle::field)).containsExactlyInAnyOrderElementsOf(
                Stream.concat(without.stream(), Stream.of("C01")).toList());
        assertThat(draft().answer("C01").value()).as("what was answered stands there to be corrected").isEqualTo(100.0);
    }

    @Test
    void aCommitmentIsPromisedAndSignedAnew() throws Exception {
        var first = filed.submitted(firm, site, FilingKind.COMMITMENT);
        renew(first);
        assertThat(open()).isNotEmpty().allMatch(obstacle -> obstacle.problem() == Obstacle.Problem.UNCONFIRMED);
        var list = filed.draft(Firms.actor(firm), draft().id()).applicable().list();
        editing.commitment(Firms.actor(firm), draft().id(), SeenVersions.LATEST, FilingFixtures.confirmed(list), null, null);
        assertThat(open()).isEmpty();
    }

    @Test
    void whatHasEndedIsFiledOnceMoreWithEverythingButTheDays() throws Exception {
        var draft = filed.complete(firm, site, FilingKind.CHECKLIST);
        attaching.add(Firms.actor(firm), draft.id(), "C01", "口罩.png", () -> EvidenceFiles.picture("png", 9, 9, 1), null);
        var first = filed.submit(firm, draft.id());
        closing.close(Firms.actor(firm), first.no());
        renew(first);
        assertThat(draft().succession().edition()).isEqualTo(1);
        assertThat(draft().plan()).isEqualTo(new Plan("王芳", "0951-6012345", null, 60, 40, 3, 0, 2, null));
        assertThat(open().map(Obstacle::field)).contains("start");
        assertThat(attachments.forFirm(draft().id()).on("C01")).hasSize(1);
        assertThat(filings.findById(first.id()).orElseThrow().state()).isEqualTo(FilingState.ENDED);
        assertThat(page("/my/filings/" + first.no() + "?lang=en").select("form[action$=/renewals]")).hasSize(1);
    }

    private Stream<Obstacle> open() {
        return filed.draft(Firms.actor(firm), draft().id()).review().obstacles().stream();
    }

    private String renew(Filing filing) throws Exception {
        var check = sent("/my/filings/" + filing.no() + "/renewals", Map.of());
        assertThat(check).isEqualTo("/my/drafts/" + draft().id() + "/check");
        return check;
    }
}
