package org.fugong.application;

import java.time.Clock;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.application.Correction.Point;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks a firm to put its application right, once and everything at once, which stops the county's clock. */
@Component
public class CorrectionAsking {

    private final ApplicationFiles files;
    private final CorrectionTargets targets;
    private final Corrections corrections;
    private final Applications applications;
    private final ApplicationClocks clocks;
    private final Filings filings;
    private final Clock clock;

    CorrectionAsking(ApplicationFiles files, CorrectionTargets targets, Corrections corrections, Applications applications,
            ApplicationClocks clocks, Filings filings, Clock clock) {
        this.files = files;
        this.targets = targets;
        this.corrections = corrections;
        this.applications = applications;
        this.clocks = clocks;
        this.filings = filings;
        this.clock = clock;
    }

    /**
     * Asks for it; {@code seen} is the version of the application that its page had shown.
     *
     * @throws NotFound outside the official's county
     * @throws ApplicationConflict where it is not possible now, or was asked before
     * @throws IllegalArgumentException without points, or for one that is pinned to nothing of the filing, or says nothing
     */
    @Transactional
    public Filing ask(Actor official, String no, int seen, List<Point> points) {
        var held = files.forLead(official, no, seen, ApplicationAct.ASK_CORRECTION);
        var filing = held.filing();
        if (corrections.findById(filing.id()).isPresent()) {
            throw new ApplicationConflict(ApplicationConflict.Problem.CORRECTED_ALREADY);
        }
        var known = targets.of(filing);
        if (points.isEmpty() || points.stream().anyMatch(point -> !known.containsKey(point.target()) || point.text().isBlank())) {
            throw new IllegalArgumentException("A correction is pinned to items and fields of the filing, each with a sentence");
        }
        var now = clock.instant();
        corrections.save(new Correction(filing.id(), points, official, now));
        applications.save(held.application().stop());
        clocks.stop(filing.id(), now);
        return filings.save(filing.askCorrection(points.stream().map(Point::target).toList(), now));
    }
}
