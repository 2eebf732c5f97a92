package org.fugong.replay;

import java.util.List;
import java.util.Map;
import org.fugong.adaptation.CountyList;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingKind;
import org.fugong.rule.Finding;
import org.fugong.submission.Judgement;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A submitted filing as its row keeps it, read without the weight of an entity; its documents are opened when they are asked for. */
record StoredFiling(long id, String no, String county, FilingKind kind, Long listId, Long adaptationId, String facts, String answers,
        String findings) {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Answer>> ANSWERS = new TypeReference<>() {
    };
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {
    };

    /** What was found when it was submitted. */
    List<Finding> kept(JsonMapper json) {
        return json.readValue(findings, FINDINGS);
    }

    /** What is found in it now by the list that it was submitted under. */
    List<Finding> judged(CountyList list, JsonMapper json) {
        return Judgement.all(kind, list, json.readValue(facts, FACTS), json.readValue(answers, ANSWERS)).stream().map(Judgement::finding)
                .toList();
    }
}
