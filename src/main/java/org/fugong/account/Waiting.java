package org.fugong.account;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What waits for whoever is signed in, put together from what the modules declare: what is overdue first, then by urgency. */
@Component
public class Waiting {

    private static final Comparator<WaitingWork.Line> ORDER = Comparator.<WaitingWork.Line, Boolean>comparing(line -> line.overdue() == 0)
            .thenComparing(WaitingWork.Line::urgency);

    private final List<WaitingWork> works;

    Waiting(List<WaitingWork> works) {
        this.works = works;
    }

    /** A line for each thing of which something waits. */
    public List<WaitingWork.Line> of(Actor actor) {
        return works.stream().filter(work -> work.role() == actor.role()).flatMap(work -> work.lines().apply(actor).stream())
                .filter(line -> line.count() > 0).sorted(ORDER).toList();
    }
}
