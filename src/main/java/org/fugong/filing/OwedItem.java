package org.fugong.filing;

import java.time.LocalDate;
import org.fugong.condition.ConditionItem;

/**
 * An item that is supplied later 容缺: on a day, or, while the end of the epidemic is not known, so many days after it, or,
 * while an application is not permitted, so many days after work may start.
 */
public record OwedItem(String code, LocalDate dueOn, Integer daysAfterEpidemic, Integer daysAfterPermission) {

    /**
     * An item owed with a filing of a kind from a day on; the days of the catalogue are calendar days, and that day itself does
     * not count. Those of an application begin when work may start, so that nothing is due before.
     */
    public static OwedItem from(ConditionItem item, FilingKind kind, LocalDate day, LocalDate epidemicEnd) {
        var deferral = item.deferral();
        if (!deferral.untilEpidemicEnd()) {
            var owed = new OwedItem(item.code(), null, null, deferral.maxDays());
            return kind == FilingKind.APPLICATION ? owed : owed.countedFrom(day);
        }
        int after = deferral.plusDays() == null ? 0 : deferral.plusDays();
        return epidemicEnd == null
                ? new OwedItem(item.code(), null, after, null)
                : new OwedItem(item.code(), epidemicEnd.plusDays(after), null, null).countedFrom(day);
    }

    /** The same once work may start: nothing is due before that day. */
    public OwedItem countedFrom(LocalDate start) {
        if (daysAfterPermission != null) {
            return new OwedItem(code, start.plusDays(daysAfterPermission), null, null);
        }
        return dueOn == null || !dueOn.isBefore(start) ? this : new OwedItem(code, start, null, null);
    }
}
