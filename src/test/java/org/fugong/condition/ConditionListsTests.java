package org.fugong.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.AccountOpening;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.AdaptationFixtures;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.adaptation.CountyAdaptations;
import org.fugong.adaptation.CountyLists;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListAdaptation;
import org.fugong.publication.ListPublication;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.RuleException;
import org.fugong.rule.RuleProblem;
import org.fugong.web.NotFound;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@WebTest
@Transactional
class ConditionListsTests {

    private static final String COUNTY = "640104";
    private static final Instant NOW = Instant.parse("2020-04-01T00:00:00Z");
    private static final PublicationRequest AT_ONCE = new PublicationRequest("依据", "原因", null, false);

    @Autowired
    ConditionLists lists;
    @Autowired
    CountyLists countyLists;
    @Autowired
    CountyAdaptations adaptations;
    @Autowired
    ListDrafting drafting;
    @Autowired
    ListPublication publication;
    @Autowired
    ListImpacts impacts;
    @Autowired
    ListAdaptation adapting;
    @Autowired
    AdaptationFixtures adapted;
    @Autowired
    AccountOpening opening;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    EntityManager entities;
    @Autowired
    TestClock clock;

    private Actor province;
    private Actor second;
    private Actor county;

    @BeforeEach
    void admins() {
        clock.set(NOW);
        province = opening.open("province-1", "a long enough password", "自治区管理员", Role.PROVINCE_ADMIN, "640000").actor();
        second = opening.open("province-2", "a long enough password", "自治区管理员乙", Role.PROVINCE_ADMIN, "640000").actor();
        county = opening.open("county-1", "a long enough password", "县区管理员", Role.COUNTY_ADMIN, COUNTY).actor();
    }

    @AfterEach
    void clockBack() {
        clock.reset();
    }

    @Test
    void theFirstVersionsAreInForceSinceTheDayOfTheTelegram() {
        var day = Instant.parse("2020-03-02T16:00:00Z");
        assertThat(countyLists.inForce(COUNTY, RiskLevel.LOW, day).items()).hasSize(38);
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, day).items()).hasSize(45);
        assertThat(countyLists.inForce(COUNTY, RiskLevel.HIGH, day)).satisfies(list -> {
            assertThat(list.versionLabel()).isEqualTo("1");
            assertThat(list.basis()).isEqualTo("国办发明电〔2020〕6号");
            assertThat(list.item("C01").parameters().get("days").value()).isEqualTo(3);
        });
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> countyLists.inForce(COUNTY, RiskLevel.LOW, day.minusMillis(1)));
    }

    @Test
    void aVersionCountsFromItsTimeOnAndNotBefore() {
        var at = NOW.plus(Duration.ofDays(3));
        var second = publish(Map.of("days", 2.0), at);
        assertThat(daysOfStock(at.minusMillis(1))).isEqualTo(3);
        assertThat(daysOfStock(at)).isEqualTo(2);
        assertThat(statuses()).containsExactly("2 SCHEDULED", "1 IN_FORCE");
        assertThat(countyLists.of(second.id(), null, COUNTY).version()).isEqualTo(2);
    }

    @Test
    void aNewerVersionAlsoOvertakesOneThatIsStillToCome() {
        publish(Map.of("days", 2.0), NOW.plus(Duration.ofDays(3)));
        publish(Map.of("days", 1.0), null);
        assertThat(daysOfStock(NOW)).isEqualTo(1);
        assertThat(daysOfStock(NOW.plus(Duration.ofDays(4)))).isEqualTo(1);
        assertThat(statuses()).containsExactly("3 IN_FORCE", "2 SUPERSEDED", "1 SUPERSEDED");
    }

    @Test
    void aPublishedListIsRefusedAnyChangeByTheDatabase() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update condition_list set basis = 'x' where version = 1").update())
                .withMessageContaining("what is recorded stays");
    }

    @Test
    void aPublishedListIsRefusedDeletionByTheDatabase() {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from condition_list where state = 'PUBLISHED'").update())
                .withMessageContaining("what is recorded stays");
    }

    @Test
    void thereIsOneDraftPerProvinceAndLevel() {
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        assertThat(drafting.start(RiskLevel.MEDIUM, province)).isSameAs(draft);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("""
                        insert into condition_list (province, level, version, state, content, basis, started_at)
                        select province, level, version + 1, state, content, basis, started_at from condition_list where state = 'DRAFT'""")
                        .update())
                .withMessageContaining("condition_list_one_draft");
    }

    @Test
    void whoeverSavesOverAStateThatHasChangedIsTold() {
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        long seen = draft.lock();
        drafting.setParameters(draft.id(), seen, "C01", Map.of("days", 2.0), province);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> drafting.setParameters(draft.id(), seen, "C01", Map.of("days", 1.0), province));
    }

    @Test
    void aDraftMayBeReorderedExtendedAndDiscarded() {
        var draft = drafting.start(RiskLevel.LOW, province);
        var codes = new ArrayList<>(draft.content().items().stream().map(ConditionItem::code).toList().reversed());
        drafting.order(draft.id(), draft.lock(), codes, province);
        drafting.remove(draft.id(), draft.lock(), "A01", province);
        entities.clear();
        assertThat(drafting.list(draft.id(), province).content().items()).extracting(ConditionItem::code).startsWith("F04")
                .doesNotContain("A01").hasSize(37);
        drafting.discard(draft.id(), drafting.list(draft.id(), province).lock(), province);
        assertThat(lists.findByProvinceAndLevelOrderByVersionDesc("640000", RiskLevel.LOW)).hasSize(1);
    }

    @Test
    void aListWhoseRulesDoNotCompileIsNotPublished() {
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        var item = draft.content().item("C01").orElseThrow();
        var faulty = new ConditionItem("C01", item.category(), item.title(), item.titleEn(), item.ask(), item.askEn(), item.help(),
                item.helpEn(),
                item.answer(), item.unit(), item.options(), item.when(), "answer >= f.planned_stuff", item.parameters(), item.evidence(),
                item.evidenceEn(), item.use(), item.veto(), item.deferral(), item.handling(), item.basis());
        drafting.replace(draft.id(), draft.lock(), faulty, province);
        assertThatExceptionOfType(RuleException.class).isThrownBy(() -> publication.ask(draft.id(), draft.lock(), AT_ONCE, province))
                .satisfies(e -> assertThat(e.problems()).extracting(RuleProblem::key).containsExactly("rule.problem.unknown-near"));
    }

    @Test
    void aListWhoseRulesMakeNoSenseIsNotPublished() {
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        var item = draft.content().item("C01").orElseThrow();
        drafting.replace(draft.id(), draft.lock(),
                new ConditionItem("C01", item.category(), item.title(), item.titleEn(), item.ask(), item.askEn(),
                        item.help(), item.helpEn(), item.answer(), item.unit(), item.options(), item.when(), "answer >= 1e400",
                        item.parameters(), item.evidence(),
                        item.evidenceEn(), item.use(), item.veto(), item.deferral(), item.handling(), item.basis()),
                province);
        assertThatExceptionOfType(RuleException.class).isThrownBy(() -> publication.ask(draft.id(), draft.lock(), AT_ONCE, province))
                .satisfies(e -> assertThat(e.problems()).extracting(RuleProblem::key).containsExactly("rule.problem.too-large"));
    }

    @Test
    void aListIsNotPublishedInThePastNorWithoutBasisAndReason() {
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        assertThatExceptionOfType(Refusal.class).isThrownBy(
                () -> publication.ask(draft.id(), draft.lock(), new PublicationRequest(" ", null, NOW.minusSeconds(1), false), province))
                .satisfies(
                        e -> assertThat(e.reasons()).extracting(Refusal.Reason::field).containsExactly("basis", "reason", "effectiveAt"));
    }

    @Test
    void anotherProvincesListAndACountyAdminFindNothing() {
        long id = drafting.start(RiskLevel.MEDIUM, province).id();
        var other = new Actor(province.accountId(), "x", "x", Role.PROVINCE_ADMIN, "620000");
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafting.list(id, other));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> drafting.list(id, county));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> adapting.newest(RiskLevel.MEDIUM, province));
    }

    @Test
    void everyStepLeavesATrace() {
        publish(Map.of("days", 2.0), null);
        assertThat(trail.of("list:640000/MEDIUM/2")).extracting(Entry::action).containsExactly("list.started", "list.changed", "list.asked",
                "list.published");
        assertThat(trail.of("list:640000/MEDIUM/2").get(1).before()).containsEntry("C01.parameter.days", "3");
        adapt(0, omitting("D07"), null);
        assertThat(trail.of("adaptation:640104/MEDIUM")).extracting(Entry::action).contains("list.adapted");
    }

    @Test
    void aCountyMayLeaveOutAndAskLess() {
        var adapted = new Adaptation(new TreeSet<>(List.of("D07")),
                new TreeMap<>(Map.of("C01", Map.of("days", 2.0), "C07", Map.of("max", 8.0))));
        adapt(0, adapted, null);
        var list = countyLists.inForce(COUNTY, RiskLevel.MEDIUM, NOW);
        assertThat(list.items()).hasSize(44).noneMatch(item -> item.code().equals("D07"));
        assertThat(list.versionLabel()).isEqualTo("1.1");
        assertThat(list.provincialValues()).containsEntry("C01", Map.of("days", 3.0)).containsEntry("C07", Map.of("max", 6.0));
        assertThat(list.check("C01", Workshop.facts(null), Map.of("C01", 450)).zh())
                .isEqualTo("需要 400 只（100 人 × 每人每日 2 只 × 2 天），现有 450 只，已达到");
        assertThat(countyLists.inForce("640105", RiskLevel.MEDIUM, NOW).items()).hasSize(45);
        assertThat(countyLists.inForce(COUNTY, RiskLevel.HIGH, NOW).items()).hasSize(45);
    }

    @Test
    void aCountyMayNothingElseAndIsToldAllTheReasons() {
        var asked = new Adaptation(new TreeSet<>(List.of("C01", "X01")), new TreeMap<>(Map.of(
                "C05", Map.of("rooms", 2.0), "C07", Map.of("max", 5.0), "C03", Map.of("days", Double.NaN), "C08", Map.of("height", 1.0),
                "X02", Map.of("a", 1.0))));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> adapt(0, asked, null))
                .satisfies(e -> assertThat(e.reasons()).extracting(Refusal.Reason::key)
                        .containsExactlyInAnyOrder("condition.adaptation.veto", "condition.adaptation.unknown-item",
                                "condition.adaptation.tighter.down",
                                "condition.adaptation.tighter.up", "condition.adaptation.figure", "condition.adaptation.unknown-parameter",
                                "condition.adaptation.unknown-item"));
    }

    @Test
    void anAdaptationCountsFromItsTimeOn() {
        var at = NOW.plus(Duration.ofDays(2));
        adapt(0, omitting("D07"), at);
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, at.minusMillis(1)).adaptationId()).isNull();
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, at).items()).hasSize(44);
        adapt(1, Adaptation.NONE, at);
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, at).items()).hasSize(45);
        assertThatExceptionOfType(OptimisticLockingFailureException.class).isThrownBy(() -> adapt(1, omitting("D08"), null));
    }

    @Test
    void aRevisionForLaterStandsWhateverIsAdaptedBeforeIt() {
        var later = NOW.plus(Duration.ofDays(2));
        adapt(0, omitting("D07"), later);
        assertThat(adapt(1, omitting("D08"), null).revision()).isEqualTo(2);
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, NOW).omitted()).extracting(ConditionItem::code).containsExactly("D08");
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, later).omitted()).extracting(ConditionItem::code).containsExactly("D07");
        assertThat(countyLists.inForce(COUNTY, RiskLevel.MEDIUM, later).versionLabel()).isEqualTo("1.3");
        assertThat(trail.of("adaptation:640104/MEDIUM").getLast().before()).containsEntry("omitted", List.of("D08"));
    }

    @Test
    void nobodyAsksLessBeforeItHasBeenLookedAt() {
        assertThat(unforeseen(omitting("D07"), null)).isEqualTo("adaptation.unforeseen");
        adapt(0, omitting("D08"), null);
        adapted.adapt(1, omitting("D07"), "本县情况", null, county);
        assertThat(unforeseen(omitting("D07"), null)).as("looked at before another revision").isEqualTo("adaptation.unforeseen");
    }

    @Test
    void aNewListTakesOverOfAnOldAdaptationWhatStillMakesSense() {
        adapt(0, new Adaptation(new TreeSet<>(List.of("D07", "D08")),
                new TreeMap<>(Map.of("C01", Map.of("days", 2.0), "D02", Map.of("times", 1.0)))), null);
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        drafting.remove(draft.id(), draft.lock(), "D07", province);
        drafting.setParameters(draft.id(), draft.lock(), "C01", Map.of("days", 1.0), province);
        publish(draft, null);
        var list = countyLists.inForce(COUNTY, RiskLevel.MEDIUM, NOW);
        assertThat(list.versionLabel()).isEqualTo("2.1");
        assertThat(list.items()).hasSize(43);
        assertThat(list.item("C01").parameters().get("days").value()).isEqualTo(1);
        assertThat(list.provincialValues()).containsOnlyKeys("D02");
    }

    private ConditionList publish(Map<String, Double> stock, Instant at) {
        var draft = drafting.start(RiskLevel.MEDIUM, province);
        drafting.setParameters(draft.id(), draft.lock(), "C01", stock, province);
        return publish(draft, at);
    }

    private ConditionList publish(ConditionList draft, Instant at) {
        impacts.foresee(draft.id(), province);
        publication.ask(draft.id(), draft.lock(), new PublicationRequest("宁政办明电〔2020〕1号", "口罩供应好转", at, false), province);
        return publication.confirm(draft.id(), draft.lock(), second);
    }

    private CountyAdaptation adapt(int after, Adaptation adaptation, Instant at) {
        return adapted.adapt(after, adaptation, "本县情况", at, county);
    }

    private String unforeseen(Adaptation adaptation, Instant at) {
        int newest = adapting.newest(RiskLevel.MEDIUM, county).map(CountyAdaptation::revision).orElse(0);
        var refusal = assertThrows(Refusal.class, () -> adapting.adapt(RiskLevel.MEDIUM, newest, adaptation, "本县情况", at, county));
        return refusal.reasons().getFirst().key();
    }

    private static Adaptation omitting(String code) {
        return new Adaptation(new TreeSet<>(List.of(code)), null);
    }

    private double daysOfStock(Instant at) {
        return countyLists.inForce(COUNTY, RiskLevel.MEDIUM, at).item("C01").parameters().get("days").value();
    }

    private List<String> statuses() {
        return ListVersion.at(NOW, lists.findByProvinceAndLevelOrderByVersionDesc("640000", RiskLevel.MEDIUM)).stream()
                .map(version -> version.list().version() + " " + version.status()).toList();
    }
}
