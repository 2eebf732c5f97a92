package org.fugong.application;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.application.Correction.Answer;
import org.fugong.attachment.Attachment;
import org.fugong.attachment.Attachments;
import org.fugong.enterprise.Enterprises;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A firm answers the points of its correction, all of them at once; the days of the reply begin anew. */
@Component
public class CorrectionAnswering {

    private final Filings filings;
    private final Enterprises enterprises;
    private final Corrections corrections;
    private final Attachments attachments;
    private final CorrectionTargets targets;
    private final Applications applications;
    private final ApplicationClocks clocks;
    private final Deadlines deadlines;
    private final ApplicationSettings settings;
    private final Clock clock;

    CorrectionAnswering(Filings filings, Enterprises enterprises, Corrections corrections, Attachments attachments,
            CorrectionTargets targets, Applications applications, ApplicationClocks clocks, Deadlines deadlines,
            ApplicationSettings settings, Clock clock) {
        this.filings = filings;
        this.enterprises = enterprises;
        this.corrections = corrections;
        this.attachments = attachments;
        this.targets = targets;
        this.applications = applications;
        this.clocks = clocks;
        this.deadlines = deadlines;
        this.settings = settings;
        this.clock = clock;
    }

    /** What is said to a point: another value of its field, {@code null} where that stays, and words, which may be empty. */
    public record Given(Object value, String said) {
    }

    /**
     * Answers the round, by the names of its points.
     *
     * @throws NotFound where it is another firm's, or nothing was asked
     * @throws ApplicationConflict where the round is over
     * @throws IllegalArgumentException where a point is left out, or one was not asked
     */
    @Transactional
    public Filing answer(Actor firm, String no, Map<String, Given> given) {
        var enterprise = enterprises.of(firm).orElseThrow(NotFound::new);
        var filing = filings.findForUpdateByNoAndEnterpriseId(no, enterprise.id()).orElseThrow(NotFound::new);
        var correction = corrections.findById(filing.id()).orElseThrow(NotFound::new);
        if (!correction.open()) {
            throw new ApplicationConflict(ApplicationConflict.Problem.ROUND_OVER);
        }
        if (!ApplicationAct.CORRECT.possible(filing.state())) {
            throw new ApplicationConflict(ApplicationConflict.Problem.MOVED_ON);
        }
        if (given.size() != correction.points().size()
                || correction.points().stream().anyMatch(point -> !given.containsKey(point.target()))) {
            throw new IllegalArgumentException("A correction is answered at each of its points, and nowhere else");
        }
        return corrected(filing, correction, given, firm);
    }

    /** What the firm has attached to a point of its round since that was asked. */
    @Transactional(readOnly = true)
    public List<Attachment> attached(Filing filing, Correction correction, String target) {
        return attachments.forFirm(filing.id()).on(target).stream().filter(file -> file.addedAt().isAfter(correction.askedAt())).toList();
    }

    private Filing corrected(Filing filing, Correction correction, Map<String, Given> given, Actor firm) {
        var known = targets.of(filing);
        var contents = filing.contents();
        var answers = new ArrayList<Answer>();
        for (var point : correction.points()) {
            var target = known.get(point.target());
            var one = given.get(point.target());
            var before = text(value(filing, target));
            if (one.value() != null) {
                contents = contents.with(target.field(), one.value());
            }
            answers.add(new Answer(target.name(), before, one.value() == null ? before : text(one.value()), one.said(),
                    attached(filing, correction, target.name()).stream().map(Attachment::id).toList()));
        }
        var now = clock.instant();
        var complete = targets.complete(filing, contents);
        var replyBy = deadlines.reply(now);
        corrections.save(correction.answer(answers, firm, now));
        clocks.resume(filing.id(), now);
        applications.save(applications.findById(filing.id()).orElseThrow().restart(replyBy, settings.joint(complete.plan().plannedStaff()),
                now));
        return filings.save(filing.correct(complete, targets.judged(filing, complete),
                answers.stream().filter(Answer::renewed).map(Answer::target).toList(), replyBy, now));
    }

    /** The value of a field as a form shows it, and as the round keeps it. */
    public static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> BigDecimal.valueOf(number.doubleValue()).stripTrailingZeros().toPlainString();
            default -> value.toString();
        };
    }

    /** What a filing says at an item or a field; null where nothing. */
    public static Object value(Filing filing, CorrectionTarget target) {
        if (target.item() != null) {
            return filing.answer(target.name()).value();
        }
        return target.fact() != null
                ? filing.facts().get(target.fact().name())
                : filing.contents().fields().get(target.name());
    }
}
