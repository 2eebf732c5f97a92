package org.fugong.filing;

import java.time.LocalDate;
import org.fugong.condition.ConditionItem;

/** An item that is supplied later 容缺: on a day, or, while the end of the epidemic is not known, so many days after it. */
public record OwedItem(String code, LocalDate dueOn, Integer daysAfterEpidemic) {

    /** An item owed from a day on; the days of the catalogue are calendar days, and that day itself does not count. */
    public static OwedItem from(ConditionItem item, LocalDate day, LocalDate epidemicEnd) {
        var deferral = item.deferral();
        if (!deferral.untilEpidemicEnd()) {
            return new OwedItem(item.code(), day.plusDays(deferral.maxDays()), null);
        }
        int after = deferral.plusDays() == null ? 0 : deferral.plusDays();
        if (epidemicEnd == null) {
            return new OwedItem(item.code(), null, after);
        }
        var due = epidemicEnd.plusDays(after);
        return new OwedItem(item.code(), due.isBefore(day) ? day : due, null);
    }
}
