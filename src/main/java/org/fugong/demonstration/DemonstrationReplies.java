package org.fugong.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.application.Acceptance;
import org.fugong.application.ApplicationReply;
import org.fugong.application.Applications;
import org.fugong.application.Correction.Point;
import org.fugong.application.CorrectionAsking;
import org.fugong.application.Opinion;
import org.fugong.application.OpinionGiving;
import org.fugong.application.Opinions;
import org.fugong.filing.Decision.Reason;
import org.fugong.filing.Filing;
import org.springframework.stereotype.Component;

/** Deals with the applications of the demonstration, as the lead department and the others do it between them. */
@Component
@Demonstrated
class DemonstrationReplies {

    private final Acceptance acceptance;
    private final OpinionGiving opinions;
    private final Opinions asked;
    private final ApplicationReply reply;
    private final Applications applications;
    private final CorrectionAsking corrections;
    private final DemonstrationStaff staff;
    private final ActingInThePast stage;

    DemonstrationReplies(Acceptance acceptance, OpinionGiving opinions, Opinions asked, ApplicationReply reply, Applications applications,
            CorrectionAsking corrections, DemonstrationStaff staff, ActingInThePast stage) {
        this.acceptance = acceptance;
        this.opinions = opinions;
        this.asked = asked;
        this.reply = reply;
        this.applications = applications;
        this.corrections = corrections;
        this.staff = staff;
        this.stage = stage;
    }

    void accept(Actor official, Filing filing, Instant at) {
        stage.act(official, at, () -> acceptance.accept(official, filing.no(), version(filing)));
    }

    /** Accepts it, and everybody agrees. */
    void permit(Actor official, Filing filing, Instant at) {
        accept(official, filing, at.minus(Duration.ofHours(2)));
        agree(filing, at.minus(Duration.ofHours(1)));
        stage.act(official, at, () -> reply.permit(official, filing.no(), version(filing)));
    }

    /** Accepts it, and it is refused for these reasons. */
    void refuse(Actor official, Filing filing, Instant at, List<Reason> reasons, String contradiction) {
        accept(official, filing, at.minus(Duration.ofHours(2)));
        agree(filing, at.minus(Duration.ofHours(1)));
        stage.act(official, at, () -> reply.refuse(official, filing.no(), version(filing), reasons, contradiction));
    }

    /** Accepts it, and only the first of the departments has spoken yet. */
    void beginOpinions(Actor official, Filing filing, Instant at) {
        accept(official, filing, at);
        agree(asked.findByFilingIdOrderById(filing.id()).getFirst(), at.plus(Duration.ofHours(1)));
    }

    void notAccept(Actor official, Filing filing, Instant at, String why) {
        stage.act(official, at, () -> acceptance.notAccept(official, filing.no(), version(filing), why));
    }

    void askCorrection(Actor official, Filing filing, Instant at, Point... points) {
        stage.act(official, at, () -> corrections.ask(official, filing.no(), version(filing), List.of(points)));
    }

    private void agree(Filing filing, Instant at) {
        asked.findByFilingIdOrderById(filing.id()).forEach(one -> agree(one, at));
    }

    private void agree(Opinion task, Instant at) {
        var speaker = staff.of(task.department(), task.county());
        stage.act(speaker, at, () -> opinions.give(speaker, task.id(), task.version(), List.of(), ""));
    }

    private int version(Filing filing) {
        return applications.findById(filing.id()).orElseThrow().version();
    }
}
