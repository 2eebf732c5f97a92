package org.fugong.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.CountyLists;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ConditionSettings;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.condition.Refusal;
import org.fugong.impact.ListImpacts;
import org.fugong.filing.SubmittedFilings;
import org.fugong.message.Inbox;
import org.fugong.message.SentNotice;
import org.fugong.risk.RiskLevel;
import org.fugong.web.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class ListPublicationTests {

    private static final String COUNTY = "640104";
    private static final Instant NOW = Instant.parse("2020-04-01T00:00:00Z");

    @Autowired
    ListDrafting drafting;
    @Autowired
    ListPublication publication;
    @Autowired
    ListImpacts impacts;
    @Autowired
    ConditionLists lists;
    @Autowired
    CountyLists countyLists;
    @Autowired
    PublicationNotices notices;
    @Autowired
    Inbox inbox;
    @Autowired
    Trail trail;
    @Autowired
    SubmittedFilings received;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TestClock clock;

    private Actor author;
    private Actor second;
    private Actor third;
    private ConditionList draft;

    @BeforeEach
    void aDraftWithAChange() {
        clock.set(NOW);
        author = admin("author");
        second = admin("second");
        third = admin("third");
        draft = drafting.start(RiskLevel.MEDIUM, author);
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 2.0), author);
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void whatOneAsksAnotherConfirms() {
        ask(author, null);
        assertThat(draft.asked()).isTrue();
        assertThat(days(NOW)).isEqualTo(3);
        confirm(second);
        assertThat(days(NOW)).isEqualTo(2);
        assertThat(actions()).containsExactly("list.started", "list.changed", "list.asked", "list.published");
        assertThat(trail.of(subject()).getLast().before()).containsEntry("askedBy", (int) author.accountId());
    }

    @Test
    void whoHasToConfirmIsToldAndThenEveryCounty() {
        var official = received.official(COUNTY);
        ask(author, null);
        assertThat(told(second)).containsExactly("notice.staff.list-asked");
        assertThat(told(author)).isEmpty();
        confirm(second);
        assertThat(told(author)).containsExactly("notice.staff.list-published");
        assertThat(told(third)).containsExactly("notice.staff.list-published", "notice.staff.list-asked");
        assertThat(told(official)).containsExactly("notice.staff.list-in-force");
    }

    @Test
    void whoAskedMayNotConfirm() {
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 1.0), second);
        ask(author, null);
        assertThat(refusals(() -> confirm(author))).containsExactly("publication.second-admin");
        assertThat(days(NOW)).isEqualTo(3);
    }

    @Test
    void whoMadeTheLastChangeMayNotConfirmButAThirdMay() {
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 1.0), second);
        ask(author, null);
        assertThat(refusals(() -> confirm(second))).containsExactly("publication.second-admin");
        confirm(third);
        assertThat(days(NOW)).isEqualTo(1);
    }

    @Test
    void savingWithoutAChangeIsNoChange() {
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 2.0), second);
        ask(author, null);
        confirm(second);
        assertThat(days(NOW)).isEqualTo(2);
    }

    @Test
    void whereThereIsOnlyOneAdminTheSettingLetsThemConfirm() {
        var alone = new ListPublication(drafting, lists, impacts, new ConditionSettings(false), notices, trail, clock);
        ask(author, null);
        alone.confirm(draft.id(), draft.lock(), author);
        assertThat(days(NOW)).isEqualTo(2);
    }

    @Test
    void whatIsAskedForIsNotEditedUntilItIsTakenBack() {
        ask(author, null);
        for (Runnable edit : List.<Runnable>of(
                () -> drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 1.0), author),
                () -> drafting.remove(draft.id(), draft.lock(), "D07", author),
                () -> drafting.discard(draft.id(), draft.lock(), author),
                () -> ask(second, null))) {
            assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(edit::run);
        }
        publication.giveBack(draft.id(), draft.lock(), null, author);
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 1.0), author);
        assertThat(actions()).containsExactly("list.started", "list.changed", "list.asked", "list.taken-back", "list.changed");
    }

    @Test
    void whatIsSentBackSaysWhyAndIsAskedForAgain() {
        ask(author, null);
        publication.giveBack(draft.id(), draft.lock(), "依据文号有误", second);
        assertThat(draft.returned()).isEqualTo("依据文号有误");
        assertThat(refusals(() -> confirm(second))).containsExactly("publication.not-asked");
        ask(author, null);
        assertThat(draft.returned()).isNull();
        confirm(second);
        assertThat(actions()).containsSubsequence("list.asked", "list.sent-back", "list.asked", "list.published");
    }

    @Test
    void oneDoesNotConfirmWhatOneHasNotSeen() {
        ask(author, null);
        long seen = draft.lock();
        publication.giveBack(draft.id(), draft.lock(), null, author);
        ask(author, NOW.plusSeconds(60));
        assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> publication.confirm(draft.id(), seen, second));
    }

    @Test
    void whatIsConfirmedTooLateIsRefusedAndAskedForWithANewTime() {
        ask(author, NOW.plus(Duration.ofHours(1)));
        clock.set(NOW.plus(Duration.ofHours(1)).plusMillis(1));
        assertThat(refusals(() -> confirm(second))).containsExactly("publication.too-late");
        publication.giveBack(draft.id(), draft.lock(), null, author);
        ask(author, NOW.plus(Duration.ofHours(2)));
        clock.set(NOW.plus(Duration.ofHours(2)));
        confirm(second);
        assertThat(days(clock.instant())).isEqualTo(2);
    }

    @Test
    void aTimeInThePastIsOnlyForACorrection() {
        var yesterday = NOW.minus(Duration.ofDays(1));
        assertThat(refusals(() -> ask(author, yesterday))).containsExactly("publication.past");
        ask(new PublicationRequest("依据", "更正", yesterday, true));
        clock.advance(Duration.ofDays(2));
        confirm(second);
        assertThat(days(yesterday.minusMillis(1))).isEqualTo(3);
        assertThat(days(yesterday)).isEqualTo(2);
        assertThat(draft.correction()).isTrue();
        assertThat(draft.publishedAt()).isEqualTo(clock.instant());
    }

    @Test
    void aCorrectionIsOfThePast() {
        assertThat(refusals(() -> ask(new PublicationRequest("依据", "更正", null, true)))).containsExactly("publication.correction.not-past");
        assertThat(refusals(() -> ask(new PublicationRequest("依据", "更正", NOW.plusSeconds(1), true))))
                .containsExactly("publication.correction.not-past");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2020-03-02T16:00:00Z", "2020-03-01T00:00:00Z"})
    void aCorrectionDoesNotReachBeyondTheVersionInForce(String from) {
        assertThat(refusals(() -> ask(new PublicationRequest("依据", "更正", Instant.parse(from), true))))
                .containsExactly("publication.overlap");
    }

    @Test
    void aVersionForLaterComesAfterTheOneThatIsAnnounced() {
        var announced = NOW.plus(Duration.ofDays(10));
        ask(author, announced);
        confirm(second);
        draft = drafting.start(RiskLevel.MEDIUM, author);
        assertThat(refusals(() -> ask(author, announced))).containsExactly("publication.overlap");
        assertThat(refusals(() -> ask(author, announced.minusMillis(1)))).containsExactly("publication.overlap");
        ask(author, announced.plusMillis(1));
        confirm(second);
        assertThat(draft.version()).isEqualTo(3);
    }

    @Test
    void twoVersionsAtTheSameInstantAreRefusedAlsoWhenConfirmed() {
        ask(author, null);
        confirm(second);
        draft = drafting.start(RiskLevel.MEDIUM, author);
        assertThat(refusals(() -> ask(author, null))).containsExactly("publication.overlap");
        clock.advance(Duration.ofSeconds(1));
        ask(author, null);
        clock.set(NOW);
        assertThat(refusals(() -> confirm(second))).containsExactly("publication.overlap");
    }

    @Test
    void anotherProvinceFindsNothing() {
        ask(author, null);
        var stranger = new Actor(second.accountId(), "x", "x", Role.PROVINCE_ADMIN, "620000");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> confirm(stranger));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> publication.giveBack(draft.id(), draft.lock(), null, stranger));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "update condition_list set content = '{}' where version = 1",
            "update condition_list set state = 'DRAFT' where version = 1",
            "update condition_list set effective_at = effective_at - interval '1 day' where version = 1",
            "delete from condition_list where version = 1",
            "truncate condition_list cascade",
            """
                    insert into condition_list (province, level, version, state, content, basis, reason, started_at, effective_at,
                        published_at)
                    select province, level, 9, 'PUBLISHED', content, basis, reason, started_at, effective_at - interval '1 hour',
                        published_at
                    from condition_list where version = 1 and level = 'LOW'""",
            // a draft nobody has asked for, one that takes the time of another version, and one that is quietly dated back
            "update condition_list set state = 'PUBLISHED', reason = 'x', effective_at = now(), published_at = now() where state = 'DRAFT'",
            """
                    update condition_list set state = 'PUBLISHED', reason = 'x', effective_at = '2020-03-03 00:00+08', published_at =
                        '2020-03-03 00:00+08',
                    asked_at = now(), asked_by = started_by, published_by = started_by where state = 'DRAFT'""",
            """
                    update condition_list set state = 'PUBLISHED', reason = 'x', effective_at = now() - interval '1 day', published_at
                        = now(),
                    asked_at = now(), asked_by = started_by, published_by = started_by where state = 'DRAFT'"""})
    void theDatabaseItselfKeepsWhatIsPublished(String sql) {
        assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> jdbc.sql(sql).update());
    }

    private List<String> told(Actor reader) {
        return inbox.page(reader, Long.MAX_VALUE, 9).stream().map(SentNotice::key).toList();
    }

    private Actor admin(String login) {
        long id = jdbc.sql("""
                insert into account (login, password_hash, name, role, scope, active, opened_at, sessions_since, version)
                values ('publication-' || :login, 'none', :login, 'PROVINCE_ADMIN', '640000', true, now(), now(), 0) returning id""")
                .param("login", login).query(Long.class).single();
        return new Actor(id, login, login, Role.PROVINCE_ADMIN, "640000");
    }

    private void ask(Actor actor, Instant from) {
        impacts.foresee(draft.id(), actor);
        publication.ask(draft.id(), draft.lock(), new PublicationRequest("宁政办明电〔2020〕1号", "口罩供应好转", from, false), actor);
    }

    private void ask(PublicationRequest request) {
        impacts.foresee(draft.id(), author);
        publication.ask(draft.id(), draft.lock(), request, author);
    }

    private void confirm(Actor actor) {
        publication.confirm(draft.id(), draft.lock(), actor);
    }

    private static List<String> refusals(Runnable act) {
        var refusal = assertThrows(Refusal.class, act::run);
        return refusal.reasons().stream().map(Refusal.Reason::key).toList();
    }

    private double days(Instant at) {
        return countyLists.inForce(COUNTY, RiskLevel.MEDIUM, at).item("C01").parameters().get("days").value();
    }

    private String subject() {
        return "list:640000/MEDIUM/" + draft.version();
    }

    private List<String> actions() {
        return trail.of(subject()).stream().map(Entry::action).toList();
    }
}
