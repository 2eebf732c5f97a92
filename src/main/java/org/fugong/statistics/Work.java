package org.fugong.statistics;

/** What a county has to do by a day: reply to applications, see to other filings, check; and what its firms have to do. */
public enum Work {

    APPLICATION("/desk/applications", "due=overdue", "filing", "kind = 'APPLICATION' and state in ('SUBMITTED', 'ACCEPTED', 'CORRECTION')",
            "due_on"),

    FILING("/desk/filings", "state=UNCHECKED&due=overdue", "filing",
            "state not in ('DRAFT', 'SUBMITTED', 'ACCEPTED') and due_on is not null", "due_on"),

    CHECK("/desk/verifications", "due=overdue", "verification", "coalesce(due_on, date '9999-12-31') < date '9999-12-31'",
            "coalesce(due_on, date '9999-12-31')"),

    DUTY("/desk/obligations", "due=overdue", "obligation", "state = 'OPEN'", "coalesce(due_on, date '9999-12-31')");

    private final String queue;
    private final String late;
    private final String table;
    private final String open;
    private final String due;

    Work(String queue, String late, String table, String open, String due) {
        this.queue = queue;
        this.late = late;
        this.table = table;
        this.open = open;
        this.due = due;
    }

    /** The address of the desk's list of it. */
    public String queue() {
        return queue;
    }

    /** The address of the desk's list of what of it is overdue, in a county, which is null for the reader's own. */
    public String overdue(String county) {
        return queue + "?" + (county == null ? "" : "county=" + county + "&") + late;
    }

    /** A query for how many are open in the county {@code c.code}, as far as they are counted. */
    String countOpen() {
        return "(select count(*) from (select 1 from %s where county = c.code and %s limit :cap) counted)".formatted(table, open);
    }

    /** The same for those that were due before {@code :today}. */
    String countOverdue() {
        return "(select count(*) from (select 1 from %s where county = c.code and %s and %s < :today limit :cap) counted)"
                .formatted(table, open, due);
    }
}
