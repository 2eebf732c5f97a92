package org.fugong.application;

import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.filing.Filing;
import org.fugong.filing.Filings;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes an application in hand for an act: its filing locked, so that of two who act at once the second sees what the first did. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class ApplicationFiles {

    private final Filings filings;
    private final Applications applications;
    private final DepartmentDesk desk;
    private final RiskLevels levels;

    ApplicationFiles(Filings filings, Applications applications, DepartmentDesk desk, RiskLevels levels) {
        this.filings = filings;
        this.applications = applications;
        this.desk = desk;
        this.levels = levels;
    }

    /** An application in hand. */
    record Held(Filing filing, Application application) {
    }

    /**
     * For an act of the lead department; {@code seen} is the version of the application on which it was decided.
     *
     * @throws NotFound outside the official's county
     * @throws ApplicationConflict where it is not possible now
     */
    Held forLead(Actor official, String no, int seen, ApplicationAct act) {
        var held = held(official, no, act);
        if (!desk.leads(official, held.application)) {
            throw new ApplicationConflict(ApplicationConflict.Problem.NOT_YOURS);
        }
        require(held, act);
        if (held.application.version() != seen) {
            throw new ApplicationConflict(ApplicationConflict.Problem.CHANGED);
        }
        return held;
    }

    /** For the opinion of a department, whose task says whether it is asked. */
    Held forOpinion(Actor official, String no) {
        return held(official, no, ApplicationAct.GIVE_OPINION);
    }

    static void require(Held held, ApplicationAct act) {
        if (!act.possible(held.filing.state())) {
            throw new ApplicationConflict(ApplicationConflict.Problem.MOVED_ON);
        }
    }

    private Held held(Actor official, String no, ApplicationAct act) {
        if (official.role() != act.role()) {
            throw new NotFound();
        }
        var filing = filings.findForUpdateByNoAndCounty(no, official.scope()).orElseThrow(NotFound::new);
        var application = applications.findById(filing.id()).orElseThrow(NotFound::new);
        if (levels.now(filing.county()).regime() == Regime.NOTICE) {
            throw new ApplicationConflict(ApplicationConflict.Problem.LOW_RISK);
        }
        return new Held(filing, application);
    }
}
