package org.fugong.submission;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.adaptation.CountyList;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Fingerprint;
import org.fugong.filing.Plan;
import org.fugong.impact.ComparedFiling;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A live filing or a draft as its row keeps it, with what the profile of its firm says now, which a draft is judged by. */
record OpenFiling(long id, String no, long enterpriseId, String name, String creditCode, FilingKind kind, String facts, String answers,
        String findings,
        String plan, String industry, String size, String keyClass) {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {
    };
    private static final TypeReference<Map<String, Answer>> ANSWERS = new TypeReference<>() {
    };
    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {
    };

    /** A draft is judged by both lists; a filing was judged when it was submitted, and that is what it had before. */
    ComparedFiling judged(CountyList before, CountyList after, LocalDate day, JsonMapper json) {
        var said = json.readValue(answers, ANSWERS);
        var stated = json.readValue(facts, FACTS);
        var known = no == null ? FilingFacts.of(industry, size, keyClass, json.readValue(plan, Plan.class), stated, day) : stated;
        return new ComparedFiling(id, no, enterpriseId, name, creditCode, no == null ? verdicts(before, known, said) : kept(said, json),
                verdicts(after, known, said));
    }

    private Map<String, Verdict> verdicts(CountyList list, Map<String, Object> known, Map<String, Answer> said) {
        var verdicts = new HashMap<String, Verdict>();
        Judgement.all(kind, list, known, said).forEach(judgement -> verdicts.put(judgement.item().code(), verdict(judgement, said)));
        return verdicts;
    }

    /** A promise holds for the words that were confirmed, and for no others. */
    private static Verdict verdict(Judgement judgement, Map<String, Answer> said) {
        var confirmed = said.getOrDefault(judgement.item().code(), Answer.NONE).confirmed();
        return !judgement.promised()
                ? judgement.finding().verdict()
                : Fingerprint.of(judgement.item()).equals(confirmed) ? Verdict.MET : Verdict.UNSURE;
    }

    private Map<String, Verdict> kept(Map<String, Answer> said, JsonMapper json) {
        var verdicts = new HashMap<String, Verdict>();
        json.readValue(findings, FINDINGS).forEach(finding -> verdicts.put(finding.code(),
                finding.verdict() == Verdict.UNSURE && said.getOrDefault(finding.code(), Answer.NONE).confirmed() != null
                        ? Verdict.MET
                        : finding.verdict()));
        return verdicts;
    }
}
