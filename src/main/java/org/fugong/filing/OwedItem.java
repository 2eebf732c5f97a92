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
     * not count. Those of an application begin when work may start, so that nothing is due before. What is counted from the end
     * of the epidemic keeps that, because the end may still be set, or set anew.
     */
    public static OwedItem from(ConditionItem item, FilingKind kind, LocalDate day) {
        var deferral = item.deferral();
        if (deferral.untilEpidemicEnd()) {
            return new OwedItem(item.code(), null, deferral.plusDays() == null ? 0 : deferral.plusDays(), null);
        }
        var owed = new OwedItem(item.code(), null, null, deferral.maxDays());
        return kind == FilingKind.APPLICATION ? owed : owed.countedFrom(day);
    }

    /** The same with the end of the epidemic, or as it is while that is not known ({@code null}). */
    public OwedItem onceEnded(LocalDate epidemicEnd) {
        return daysAfterEpidemic == null || epidemicEnd == null
                ? this
                : new OwedItem(code, epidemicEnd.plusDays(daysAfterEpidemic), null, null);
    }

    /** The same once work may start: nothing is due before that day. */
    public OwedItem countedFrom(LocalDate start) {
        if (daysAfterPermission != null) {
            return new OwedItem(code, start.plusDays(daysAfterPermission), null, null);
        }
        return dueOn == null || !dueOn.isBefore(start) ? this : new OwedItem(code, start, null, null);
    }
}
