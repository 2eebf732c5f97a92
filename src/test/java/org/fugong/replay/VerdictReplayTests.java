package org.fugong.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionItem;
import org.fugong.edit.SeenVersions;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.enterprise.Site;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.SubmittedFilings;
import org.fugong.job.DueJobs;
import org.fugong.replay.Discrepancy.Kind;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.FactType;
import org.fugong.rule.Verdict;
import org.fugong.submission.DraftEditing;
import org.fugong.submission.Drafts;
import org.fugong.submission.FilingFixtures;
import org.fugong.submission.Judgement;
import org.fugong.web.NotFound;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

@WebTest
@Transactional
public class VerdictReplayTests {

    private static final String COUNTY = "640324";

    @Autowired
    VerdictReplay replay;
    @Autowired
    VerdictRuns runs;
    @Autowired
    VerdictDifferences differences;
    @Autowired
    SubmittedFilings received;
    @Autowired
    FilingFixtures filed;
    @Autowired
    Firms firms;
    @Autowired
    Drafts drafts;
    @Autowired
    DraftEditing editing;
    @Autowired
    CountyLists lists;
    @Autowired
    DueJobs due;
    @Autowired
    Trail trail;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    JsonMapper json;
    @Autowired
    EntityManager entities;

    private Enterprise firm;
    private Site site;
    private Actor official;

    @BeforeEach
    void aCountyWithoutFilings() {
        firm = firms.complete("宁夏重算有限公司");
        site = firms.site(firm, COUNTY);
        official = received.official(COUNTY);
    }

    @ParameterizedTest
    @CsvSource({"LOW,NOTICE", "MEDIUM,CHECKLIST", "MEDIUM,COMMITMENT", "HIGH,APPLICATION"})
    void whatWasSubmittedIsFoundAgain(RiskLevel level, FilingKind kind) {
        filed.level(COUNTY, level);
        filed.submitted(firm, site, kind);
        var run = recomputed();
        assertThat(run.done()).isEqualTo(1);
        assertThat(run.filings()).isEqualTo(1);
        assertThat(differences.page(run.id(), 0, 10)).isEmpty();
        assertThat(run.differing()).isZero();
    }

    /** Random facts and answers, and what then stands in the way of submitting supplied or owed. */
    @Test
    void whateverIsSubmittedIsFoundAgain() {
        var random = new Random(20200319);
        filed.level(COUNTY, RiskLevel.MEDIUM);
        int submitted = 0;
        for (int i = 0; i < 30; i++) {
            var kind = random.nextBoolean() ? FilingKind.CHECKLIST : FilingKind.COMMITMENT;
            var one = firms.complete("宁夏随机有限公司");
            var draft = filed.complete(one, firms.site(one, COUNTY), kind);
            var actor = Firms.actor(one);
            var list = drafts.of(actor, draft.id()).applicable().list();
            editing.facts(actor, draft.id(), SeenVersions.LATEST, known -> facts(list, random));
            editing.answers(actor, draft.id(), SeenVersions.LATEST,
                    kind == FilingKind.CHECKLIST ? FilingFixtures.answers(list) : FilingFixtures.confirmed(list));
            var owed = new HashMap<String, UnaryOperator<Answer>>();
            list.items().stream().filter(ConditionItem::deferrable).filter(item -> random.nextBoolean())
                    .forEach(item -> owed.put(item.code(), answer -> answer(item, random).owed(true)));
            editing.answers(actor, draft.id(), SeenVersions.LATEST, owed);
            if (drafts.of(actor, draft.id()).review().ready()) {
                filed.submit(one, draft.id());
                submitted++;
            }
        }
        assertThat(submitted).isGreaterThan(5);
        var run = recomputed();
        assertThat(run.done()).isEqualTo(submitted);
        assertThat(differences.page(run.id(), 0, 10)).isEmpty();
    }

    /** Any facts and answers at all, also those that no submission lets through, kept as the database keeps them. */
    @Test
    void whateverWasFoundIsFoundAgain() {
        var random = new Random(20200320);
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var pattern = filed.submitted(firm, site, FilingKind.CHECKLIST);
        var list = lists.of(pattern.basis().listId(), null, COUNTY);
        for (int i = 0; i < 200; i++) {
            var kind = random.nextBoolean() ? FilingKind.CHECKLIST : FilingKind.COMMITMENT;
            var facts = facts(list, random);
            var answers = new HashMap<String, Answer>();
            list.items().stream().filter(item -> random.nextInt(4) > 0).forEach(item -> answers.put(item.code(), answer(item, random)));
            var found = Judgement.all(kind, list, facts, answers).stream().map(Judgement::finding).toList();
            copy(pattern, "640324-200320-%05d-0".formatted(i),
                    Map.of("kind", "'%s'".formatted(kind), "facts", jsonb(facts), "answers", jsonb(answers),
                            "findings", jsonb(found)));
        }
        var run = recomputed();
        assertThat(run.done()).isEqualTo(201);
        assertThat(differences.page(run.id(), 0, 10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jsonb_set(findings, '{0,verdict}', '"UNMET"')                | VERDICT
            jsonb_set(findings, '{0,needed}', '7')                       | FIGURES
            jsonb_set(findings, '{0,en}', '"In other words"')            | WORDS
            findings - 0                                                 | MISSING
            jsonb_insert(findings, '{0}', '{"code": "Z99", "verdict": "MET"}') | UNKNOWN
            jsonb_set(findings, '{0,verdict}', '"GUILTY"')               | UNREADABLE
            ('{"what": "is this"}')                                      | UNREADABLE
            ('null')                                                     | UNREADABLE""")
    void whatWasTamperedWithIsReported(String forgery, Kind what) {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var pattern = filed.submitted(firm, site, FilingKind.CHECKLIST);
        copy(pattern, "640324-200320-00001-0", Map.of("findings", "(" + forgery + ")::jsonb"));
        var run = recomputed();
        assertThat(differences.page(run.id(), 0, 10)).singleElement().satisfies(line -> {
            assertThat(line.no()).isEqualTo("640324-200320-00001-0");
            assertThat(line.what()).isEqualTo(what);
        });
        assertThat(run.differing()).isEqualTo(what == Kind.WORDS ? 0 : 1);
        assertThat(run.reworded()).isEqualTo(what == Kind.WORDS ? 1 : 0);
    }

    @Test
    void anAnswerThatWasTamperedWithIsReportedToo() {
        filed.level(COUNTY, RiskLevel.MEDIUM);
        var pattern = filed.submitted(firm, site, FilingKind.CHECKLIST);
        copy(pattern, "640324-200320-00001-0", Map.of("answers", "jsonb_set(answers, '{C01,value}', '1.0')"));
        assertThat(differences.page(recomputed().id(), 0, 10)).singleElement().satisfies(line -> {
            assertThat(line.code()).isEqualTo("C01");
            assertThat(line.kept().verdict()).isEqualTo(Verdict.MET);
            assertThat(line.computed().verdict()).isEqualTo(Verdict.UNMET);
        });
    }

    @Test
    void itIsAskedForOnceAndLeavesItsTrace() {
        var run = replay.ask(official);
        assertThat(replay.ask(official).id()).isEqualTo(run.id());
        due.run();
        due.run("verdict-replay", String.valueOf(run.id()));
        assertThat(runs.findByIdAndScope(run.id(), COUNTY).orElseThrow().finishedAt()).isNotNull();
        assertThat(trail.of("verdicts:" + run.id())).extracting(Entry::action).containsExactly("verdicts.asked", "verdicts.recomputed");
        assertThat(replay.ask(official).id()).isNotEqualTo(run.id());
    }

    @Test
    void aFirmOrACountyAdminDoesNotAsk() {
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> replay.ask(Firms.actor(firm)));
        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> replay.ask(new Actor(1, "x", "x", Role.COUNTY_ADMIN, COUNTY)));
    }

    @Test
    void whatIsFinishedStays() {
        var run = recomputed();
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("update verdict_run set differing = 5 where id = ?").param(run.id()).update());
    }

    private VerdictRun recomputed() {
        entities.flush();
        var run = replay.ask(official);
        due.run("verdict-replay", String.valueOf(run.id()));
        return runs.findByIdAndScope(run.id(), COUNTY).orElseThrow();
    }

    public static Map<String, Object> facts(CountyList list, Random random) {
        var facts = new HashMap<String, Object>();
        list.content().facts().stream().filter(fact -> random.nextInt(5) > 0).forEach(fact -> facts.put(fact.name(),
                fact.type() == FactType.NUMBER
                        ? (Object) number(random)
                        : fact.type() == FactType.YES_NO
                                ? (Object) random.nextBoolean()
                                : fact.options().isEmpty() ? "34" : fact.options().get(random.nextInt(fact.options().size()))));
        return facts;
    }

    public static Answer answer(ConditionItem item, Random random) {
        return switch (item.answer()) {
            case NUMBER -> Answer.of(number(random));
            case YES_NO -> Answer.of(random.nextBoolean());
            case DATE -> Answer.of("2020-03-" + (10 + random.nextInt(20)));
            case CHOICE -> Answer.of(item.options().get(random.nextInt(item.options().size())));
            case TEXT -> Answer.of(List.of("0951-6012345", "宁夏", "").get(random.nextInt(3)));
            case NONE -> Answer.NONE;
        };
    }

    private static Double number(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> (double) random.nextInt(3);
            case 1 -> (double) random.nextInt(100_000);
            case 2 -> -0.0;
            default -> random.nextInt(10_000_000) / 1e3;
        };
    }

    private String jsonb(Object document) {
        return "'" + json.writeValueAsString(document).replace("'", "''") + "'::jsonb";
    }

    /** Another filing like a given one but for some columns, as nobody could write it but whoever owns the database. */
    private void copy(Filing pattern, String no, Map<String, String> forged) {
        entities.flush();
        var columns = jdbc
                .sql("""
                        select column_name from information_schema.columns where table_name = 'filing' and column_name <> 'id'
                            and is_updatable = 'YES'""")
                .query(String.class).list();
        var values = new HashMap<>(forged);
        values.put("no", "'" + no + "'");
        values.put("token", "right('" + "t".repeat(22) + no.replace("-", "") + "', 22)");
        values.put("state", "'WITHDRAWN'");
        columns.sort(Comparator.naturalOrder());
        jdbc.sql("insert into filing (%s) select %s from filing where id = %d".formatted(String.join(", ", columns),
                String.join(", ", columns.stream().map(column -> values.getOrDefault(column, column)).toList()), pattern.id())).update();
    }
}
