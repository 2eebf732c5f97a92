package org.fugong.application;

import java.time.Clock;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.filing.Decision.Reason;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives the opinion of a department that was asked, once: the second of two of its officials is told what the first has said. */
@Component
public class OpinionGiving {

    private final ApplicationFiles files;
    private final RefusalGrounds grounds;
    private final Opinions opinions;
    private final DepartmentDesk desk;
    private final Clock clock;

    OpinionGiving(ApplicationFiles files, RefusalGrounds grounds, Opinions opinions, DepartmentDesk desk, Clock clock) {
        this.files = files;
        this.grounds = grounds;
        this.opinions = opinions;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Agrees where there are no reasons, and otherwise disagrees for them; each names an item of the department's own categories.
     *
     * @param seen the version of the task that its page had shown
     * @throws NotFound outside the official's county, or where a reason is no ground
     * @throws ApplicationConflict where another department is asked, or it was given already
     */
    @Transactional
    public Opinion give(Actor official, long id, int seen, List<Reason> reasons, String note) {
        var no = opinions.filingNo(id, official.scope()).orElseThrow(NotFound::new);
        var held = files.forOpinion(official, no);
        var opinion = opinions.findByIdAndCounty(id, official.scope()).orElseThrow(NotFound::new);
        if (!desk.speaks(official, opinion)) {
            throw new ApplicationConflict(ApplicationConflict.Problem.NOT_YOURS);
        }
        ApplicationFiles.require(held, ApplicationAct.GIVE_OPINION);
        if (!opinion.open() || opinion.version() != seen) {
            throw new ApplicationConflict(ApplicationConflict.Problem.CHANGED);
        }
        if (!grounds.foreign(held.filing(), grounds.of(held.filing(), opinion), reasons.stream().map(Reason::code).toList()).isEmpty()) {
            throw new NotFound();
        }
        return opinions.save(opinion.give(official, reasons, note, clock.instant()));
    }
}
