package org.fugong.application.web;

import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.application.Application;
import org.fugong.application.ApplicationAct;
import org.fugong.application.ApplicationConflict;
import org.fugong.application.ApplicationReaders;
import org.fugong.application.Applications;
import org.fugong.application.CorrectionTargets;
import org.fugong.application.Corrections;
import org.fugong.application.DepartmentDesk;
import org.fugong.application.Opinion;
import org.fugong.application.Opinions;
import org.fugong.attachment.Attachments;
import org.fugong.audit.Trail;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingReading;
import org.fugong.filing.FilingsInForce;
import org.fugong.filing.ReplyClocks;
import org.fugong.risk.Regime;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.fugong.web.Versioned;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pages of an application on the desk have in common: the file, its clock, who else has it open, and what can be done. */
@Component
class ApplicationPages {

    private final FilingReading filings;
    private final FilingsInForce inForce;
    private final Applications applications;
    private final Opinions opinions;
    private final Corrections corrections;
    private final Attachments attachments;
    private final CorrectionTargets targets;
    private final ReplyClocks clocks;
    private final ApplicationReaders readers;
    private final DepartmentDesk desk;
    private final DeskReading reading;
    private final RiskLevels levels;
    private final Trail trail;

    ApplicationPages(FilingReading filings, FilingsInForce inForce, Applications applications, Opinions opinions,
            Corrections corrections, Attachments attachments, CorrectionTargets targets, ReplyClocks clocks, ApplicationReaders readers,
            DepartmentDesk desk, DeskReading reading, RiskLevels levels, Trail trail) {
        this.filings = filings;
        this.inForce = inForce;
        this.applications = applications;
        this.opinions = opinions;
        this.corrections = corrections;
        this.attachments = attachments;
        this.targets = targets;
        this.clocks = clocks;
        this.readers = readers;
        this.desk = desk;
        this.reading = reading;
        this.levels = levels;
        this.trail = trail;
    }

    /** An application with its filing. */
    record File(Filing filing, Application application) {
    }

    /** The task of a department, and whether it is the reader's to deal with. */
    record Task(Opinion opinion, boolean own) {
    }

    /** What the firm goes on by until the reply: its number and county, and whether work goes on by it. */
    record Beside(String no, String county, boolean mayStart) {

        static Beside of(Filing filing) {
            return new Beside(filing.no(), filing.county(), filing.state().mayStart());
        }
    }

    /** {@link NotFound} where it is no application of a county that the reader belongs to. */
    File file(Actor actor, String no) {
        var filing = filings.of(actor, no);
        return new File(filing, applications.findById(filing.id()).orElseThrow(NotFound::new));
    }

    /** Puts the file on a page, and notes that it is open. */
    void show(Actor actor, File file, Model model) {
        var filing = file.filing();
        var lowRisk = levels.now(filing.county()).regime() == Regime.NOTICE;
        var acting = reading.acts(actor) && !lowRisk;
        // not "application", which to templates is the context of the servlet
        model.addAttribute("filing", filing)
                .addAttribute("applied", file.application())
                .addAttribute("filed", new Versioned<>(List.of(filing.id(), filing.version()), () -> filings.contents(filing)))
                .addAttribute("clock", clocks.of(filing.id()).orElseThrow())
                .addAttribute("tasks", opinions.findByFilingIdOrderById(filing.id()).stream()
                        .map(one -> new Task(one, acting && one.open() && desk.speaks(actor, one))).toList())
                .addAttribute("correction", corrections.findById(filing.id()).orElse(null))
                .addAttribute("attached", attachments.forDesk(filing.id()))
                .addAttribute("targets", targets.of(filing))
                .addAttribute("beside", inForce.beside(filing).map(Beside::of).orElse(null))
                .addAttribute("readers", readers.open(actor, filing.id()))
                .addAttribute("lowRisk", lowRisk)
                .addAttribute("leads", acting && desk.leads(actor, file.application()))
                .addAttribute("possible", acting ? ApplicationAct.possible(actor.role(), filing.state()) : List.of())
                .addAttribute("acts", reading.acts(actor))
                .addAttribute("queue", reading.choice(actor).isEmpty()
                        ? "/desk/applications"
                        : "/desk/applications?county=" + filing.county())
                .addAttribute("history", trail.of("filing:" + filing.id()));
    }

    /** What is said where an act was not possible. */
    static String problem(RuntimeException conflict) {
        return (conflict instanceof ApplicationConflict known ? known.problem() : ApplicationConflict.Problem.MOVED_ON).name();
    }
}
