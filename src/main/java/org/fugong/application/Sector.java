package org.fugong.application;

import org.fugong.account.Department;
import org.fugong.filing.FilingSubject;

/** The kind of firm by which a county divides the work: where it lies in a park, that; otherwise its activity by GB/T 4754-2017. */
public enum Sector {
    INDUSTRY, TRADE, CONSTRUCTION, AGRICULTURE, PARK;

    private static final int LAST_OF_AGRICULTURE = 5;
    private static final int LAST_OF_INDUSTRY = 46;
    private static final int LAST_OF_CONSTRUCTION = 50;

    public static Sector of(FilingSubject subject) {
        if (subject.park() != null && !subject.park().isBlank()) {
            return PARK;
        }
        // sections A: 01–05, B to D: 06–46, E: 47–50, services after that
        int division = Integer.parseInt(subject.industry());
        return division <= LAST_OF_AGRICULTURE
                ? AGRICULTURE
                : division <= LAST_OF_INDUSTRY ? INDUSTRY : division <= LAST_OF_CONSTRUCTION ? CONSTRUCTION : TRADE;
    }

    /** Who leads where the county has decided nothing else. */
    Department usualLead() {
        return Department.valueOf(name());
    }
}
