package org.fugong.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.fugong.filing.Plan;

/**
 * What looks mistyped in a plan and may be right all the same, so that it stands in nobody's way: at which field, and the value
 * there beside the one that it differs from, {@code null} where it differs from none.
 */
public record PlanRemark(String field, Object stated, Object known) {

    /** {@code staff} is how many people the firm's profile says it has, {@code null} where it does not. */
    static List<PlanRemark> of(Plan plan, Integer staff, LocalDate today) {
        var remarks = new ArrayList<PlanRemark>();
        if (plan.start() != null && plan.start().isAfter(today.plusYears(1))) {
            remarks.add(new PlanRemark("start", plan.start(), null));
        }
        if (plan.totalStaff() != null && staff != null && !staff.equals(plan.totalStaff())) {
            remarks.add(new PlanRemark("totalStaff", plan.totalStaff(), staff));
        }
        return List.copyOf(remarks);
    }
}
