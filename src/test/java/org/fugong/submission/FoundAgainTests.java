package org.fugong.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.fugong.WebTest;
import org.fugong.adaptation.CountyLists;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingKind;
import org.fugong.replay.VerdictReplayTests;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Finding;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Whatever was found of whatever facts and answers is found again, once all of it has been in the database. */
@WebTest
class FoundAgainTests {

    private static FoundAgainTests context;

    @Autowired
    CountyLists lists;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    JsonMapper json;

    @BeforeContainer
    static void startTheApplication() throws Exception {
        context = new FoundAgainTests();
        new TestContextManager(FoundAgainTests.class).prepareTestInstance(context);
    }

    @Property(tries = 300)
    void recomputingAStoredVerdictGivesTheStoredVerdict(@ForAll Random random, @ForAll FilingKind kind, @ForAll RiskLevel level) {
        var list = context.lists.inForce("640324", level, Instant.parse("2020-03-20T00:00:00Z"));
        var facts = VerdictReplayTests.facts(list, random);
        var answers = new HashMap<String, Answer>();
        list.items().stream().filter(item -> random.nextInt(4) > 0)
                .forEach(item -> answers.put(item.code(), VerdictReplayTests.answer(item, random)));
        var found = Judgement.all(kind, list, facts, answers).stream().map(Judgement::finding).toList();

        var storedFacts = stored(facts, new TypeReference<Map<String, Object>>() {
        });
        var storedAnswers = stored(answers, new TypeReference<Map<String, Answer>>() {
        });
        assertThat(Judgement.all(kind, list, storedFacts, storedAnswers).stream().map(Judgement::finding).toList())
                .isEqualTo(stored(found, new TypeReference<List<Finding>>() {
                }));
    }

    /** As the database gives back what was put into it. */
    private static <T> T stored(Object document, TypeReference<T> type) {
        return context.json.readValue(context.jdbc.sql("select cast(? as jsonb)::text").param(context.json.writeValueAsString(document))
                .query(String.class).single(), type);
    }
}
