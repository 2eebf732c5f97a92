package org.fugong.owed;

/** Dates what is counted from the end of the epidemic, by the end that is in force. */
final class OwedDating {

    /** An item that the new day lets be due today or later is overdue no more. */
    static final String UPDATE = """
            update owed_item i set due_on = dated.due, overdue_at = case when dated.due < :today then overdue_at end
            from (select id, case when cast(:end as date) is not null
                    then greatest(cast(:end as date) + days_after_epidemic, not_before) end due
                from owed_item where province = :province and days_after_epidemic is not null and state in ('OPEN', 'WAITING')) dated
            where dated.id = i.id and dated.due is distinct from i.due_on""";

    private OwedDating() {
    }
}
