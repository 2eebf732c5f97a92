package org.fugong.demonstration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Acts the demonstration once, at the first start and before anybody is let in. Each firm's story is one transaction, so
 * that a start that was broken off goes on with the firm it had come to.
 */
@Component
@Demonstrated
class Demonstration implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

    private final DemonstrationStaff cast;
    private final DemonstrationLevels situation;
    private final DemonstrationFirms firms;
    private final FirmCourse story;
    private final DemonstrationAnnouncements prospect;
    private final DemonstrationRequests requests;
    private final DemonstrationUnits units;
    private final DemonstrationEntry entry;
    private final DemonstrationDraws draws;
    private final TransactionTemplate transactions;
    private volatile boolean running;

    Demonstration(DemonstrationStaff cast, DemonstrationLevels situation, DemonstrationFirms firms, FirmCourse story,
            DemonstrationAnnouncements prospect, DemonstrationRequests requests, DemonstrationUnits units, DemonstrationEntry entry,
            DemonstrationDraws draws, TransactionTemplate transactions) {
        this.cast = cast;
        this.situation = situation;
        this.firms = firms;
        this.story = story;
        this.prospect = prospect;
        this.requests = requests;
        this.units = units;
        this.entry = entry;
        this.draws = draws;
        this.transactions = transactions;
    }

    @Override
    public void start() {
        running = true;
        var all = firms.all();
        if (firms.knows(all.getLast())) {
            return;
        }
        log.info("Acting the demonstration");
        if (!cast.assembled()) {
            transactions.executeWithoutResult(transaction -> {
                cast.assemble();
                situation.setUp();
            });
        }
        all.stream().filter(firm -> !firms.knows(firm))
                .forEach(firm -> transactions.executeWithoutResult(transaction -> story.act(firm)));
        transactions.executeWithoutResult(transaction -> {
            situation.takeEffect();
            prospect.announce();
            requests.tell();
        });
        units.file();
        entry.enter();
        draws.draw();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server, which starts in a late phase. */
    @Override
    public int getPhase() {
        return 0;
    }
}
