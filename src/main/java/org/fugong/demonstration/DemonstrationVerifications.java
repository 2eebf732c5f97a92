package org.fugong.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.filing.Filing;
import org.fugong.filing.OwedItem;
import org.fugong.rule.Verdict;
import org.fugong.verification.Conclusion;
import org.fugong.verification.Conformity;
import org.fugong.verification.ItemResult;
import org.fugong.verification.ItemResults;
import org.fugong.verification.Outcome;
import org.fugong.verification.Verification;
import org.fugong.verification.VerificationAnswer;
import org.fugong.verification.VerificationDecision;
import org.fugong.verification.Verifications;
import org.fugong.web.Dates;
import org.springframework.stereotype.Component;

/** Checks the filings of the demonstration afterwards, as an official and the firm do it between them. */
@Component
@Demonstrated
class DemonstrationVerifications {

    private final Verifications verifications;
    private final VerificationDecision decision;
    private final VerificationAnswer answering;
    private final ActingInThePast stage;

    DemonstrationVerifications(Verifications verifications, VerificationDecision decision, VerificationAnswer answering,
            ActingInThePast stage) {
        this.verifications = verifications;
        this.decision = decision;
        this.answering = answering;
        this.stage = stage;
    }

    void pass(Actor official, Filing filing, Instant at) {
        conclude(official, filing, at, List.of(), new Conclusion(Outcome.PASSED, "", null));
    }

    void rectify(Actor official, Filing filing, Instant at, List<String> failed, String order) {
        conclude(official, filing, at, failed, new Conclusion(Outcome.RECTIFY, order, LocalDate.ofInstant(at, Dates.ZONE).plusDays(14)));
    }

    void stop(Actor official, Filing filing, Instant at, List<String> failed, String order) {
        conclude(official, filing, at, failed, new Conclusion(Outcome.STOP_WORK, order, LocalDate.ofInstant(at, Dates.ZONE).plusDays(10)));
    }

    void answer(Actor firm, Filing filing, Instant at, String text) {
        stage.act(firm, at, () -> answering.answer(firm, filing.no(), text));
    }

    void close(Actor official, Filing filing, Instant at) {
        stage.act(official, at, () -> {
            var open = of(official, filing);
            decision.close(official, open.id(), open.version(), "现场复核，已整改到位。");
        });
    }

    private void conclude(Actor official, Filing filing, Instant at, List<String> failed, Conclusion conclusion) {
        stage.act(official, at, () -> {
            var planned = of(official, filing);
            decision.conclude(official, planned.id(), planned.version(), results(filing, failed), conclusion);
        });
    }

    private ItemResults results(Filing filing, List<String> failed) {
        var results = new LinkedHashMap<String, ItemResult>();
        var owed = filing.owed().stream().map(OwedItem::code).toList();
        for (var item : decision.checklist(filing).items()) {
            var applies = filing.findings().stream()
                    .noneMatch(finding -> finding.code().equals(item.code()) && finding.verdict() == Verdict.NOT_APPLICABLE);
            results.put(item.code(), failed.contains(item.code())
                    ? new ItemResult(Conformity.FAILS, "现场查看不符合")
                    : owed.contains(item.code())
                            ? new ItemResult(Conformity.NOT_APPLICABLE, "容缺，期限未到")
                            : new ItemResult(applies ? Conformity.CONFORMS : Conformity.NOT_APPLICABLE, ""));
        }
        return new ItemResults(results);
    }

    private Verification of(Actor official, Filing filing) {
        return verifications.findFirstByFilingIdAndCountyOrderByIdDesc(filing.id(), official.scope()).orElseThrow();
    }
}
