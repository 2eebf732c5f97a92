package org.fugong.filing;

import java.util.List;
import org.springframework.stereotype.Component;

/** By which day what a filing owes is due, with the end of the epidemic as its province has set it. */
@Component
public class OwedDays {

    private final EpidemicEnd end;

    OwedDays(EpidemicEnd end) {
        this.end = end;
    }

    /** What is still owed, each with its day, or with what it is counted from while that is not known. */
    public List<OwedItem> of(Filing filing) {
        var owed = filing.owed();
        return owed.stream().allMatch(item -> item.daysAfterEpidemic() == null) ? owed : filing.owed(end.of(filing.province()));
    }
}
