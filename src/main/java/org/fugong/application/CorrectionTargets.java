package org.fugong.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fugong.adaptation.CountyList;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingContents;
import org.fugong.filing.FilingFacts;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** What a correction of a filing may be pinned to, and what the filing's own list finds of it when it is corrected. */
@Component
public class CorrectionTargets {

    private static final Map<String, CorrectionTarget.Type> PLAN = new LinkedHashMap<>();

    static {
        PLAN.put("start", CorrectionTarget.Type.DATE);
        PLAN.put("plannedStaff", CorrectionTarget.Type.WHOLE);
        PLAN.put("totalStaff", CorrectionTarget.Type.WHOLE);
        PLAN.put("fromOutside", CorrectionTarget.Type.WHOLE);
        PLAN.put("fromHighRisk", CorrectionTarget.Type.WHOLE);
        PLAN.put("responsible", CorrectionTarget.Type.TEXT);
        PLAN.put("phone", CorrectionTarget.Type.PHONE);
    }

    private final Applicability applicability;

    CorrectionTargets(Applicability applicability) {
        this.applicability = applicability;
    }

    /** By their names, in the order of the form: the plan, what is stated about the site, and the items that apply. */
    public Map<String, CorrectionTarget> of(Filing filing) {
        var list = applicability.listOf(filing);
        var targets = new ArrayList<CorrectionTarget>();
        PLAN.forEach((field, type) -> targets.add(CorrectionTarget.ofPlan(field, type)));
        FilingFacts.asked(list).forEach(fact -> targets.add(CorrectionTarget.of(fact)));
        list.items().stream().filter(item -> filing.verdict(item.code()) != Verdict.NOT_APPLICABLE)
                .forEach(item -> targets.add(CorrectionTarget.of(item)));
        var named = new LinkedHashMap<String, CorrectionTarget>();
        targets.forEach(target -> named.put(target.name(), target));
        return named;
    }

    /** The corrected contents with all facts that follow from them, as on the day of the submission. */
    FilingContents complete(Filing filing, FilingContents corrected) {
        var subject = filing.subject();
        return corrected.facts(FilingFacts.of(subject.industry(), subject.size() == null ? null : subject.size().name(),
                subject.keyClass() == null ? null : subject.keyClass().name(), corrected.plan(), corrected.facts(),
                filing.submittedAt().atZone(Dates.ZONE).toLocalDate()));
    }

    /** What the list that the filing was submitted under finds of corrected contents. */
    List<Finding> judged(Filing filing, FilingContents corrected) {
        var list = applicability.listOf(filing);
        return list.items().stream().map(item -> judged(item.code(), list, corrected)).toList();
    }

    private static Finding judged(String code, CountyList list, FilingContents corrected) {
        var answer = corrected.answers().get(code);
        return list.check(code, corrected.facts(), answer == null || answer.value() == null ? Map.of() : Map.of(code, answer.value()));
    }
}
