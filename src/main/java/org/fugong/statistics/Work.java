package org.fugong.statistics;

/** What a county has to do by a day: reply to applications, see to other filings, check; and what its firms have to do. */
public enum Work {

    APPLICATION("/desk/filings", "filing", "kind = 'APPLICATION' and state = 'SUBMITTED'", "due_on"),

    FILING("/desk/filings", "filing", "kind <> 'APPLICATION' and state <> 'DRAFT' and due_on is not null", "due_on"),

    CHECK("/desk/verifications", "verification", "coalesce(due_on, date '9999-12-31') < date '9999-12-31'",
            "coalesce(due_on, date '9999-12-31')"),

    DUTY("/desk/obligations", "obligation", "state = 'OPEN'", "coalesce(due_on, date '9999-12-31')");

    private final String queue;
    private final String table;
    private final String open;
    private final String due;

    Work(String queue, String table, String open, String due) {
        this.queue = queue;
        this.table = table;
        this.open = open;
        this.due = due;
    }

    /** The address of the desk's list of it. */
    public String queue() {
        return queue;
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
