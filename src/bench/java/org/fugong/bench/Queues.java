package org.fugong.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The queues of a county in which few things are open and of one in which very many are: how long the first page takes one official,
 * one in the middle and the last, so that it is seen whether a page costs more the more there is, or the further on it is.
 */
final class Queues {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final String FEW_COUNTY = "640105";
    private static final String MANY_COUNTY = "640106";
    private static final int PAGE = 50;
    private static final int WARMING_UP = 20;
    private static final int COUNTED = 20;

    private Queues() {
    }

    /** A queue: its address with what it is narrowed by, which rows are in it, and the day and the identity that it is ordered by. */
    private record Queue(String name, String address, String rows, String day, String id) {

        /** The address of the page that follows so many rows. */
        String page(Rows rows, String county, int place) throws Exception {
            return place == 0
                    ? address
                    : address + (address.contains("?") ? "&" : "?") + "after=" + rows.text("""
                            select %s || '.' || %s from %s and county = '%s' order by %1$s, %2$s offset %d limit 1"""
                            .formatted(day, id, this.rows, county, place - 1));
        }
    }

    private static final List<Queue> QUEUES = List.of(
            new Queue("opinions of one department", "/desk/opinions?department=HEALTH", "opinion where state = 'OPEN'", "queue_on", "id"),
            new Queue("opinions of one that has none", "/desk/opinions?department=TRANSPORT",
                    "opinion where state = 'OPEN' and department = 'TRANSPORT'", "queue_on", "id"),
            new Queue("opinions of all departments", "/desk/opinions?department=ALL", "opinion where state = 'OPEN'", "queue_on", "id"),
            new Queue("applications", "/desk/applications?department=", "application where closed_at is null", "queue_on", "filing_id"),
            new Queue("applications that one department leads", "/desk/applications?department=CONSTRUCTION",
                    "application where closed_at is null and lead = 'CONSTRUCTION'", "queue_on", "filing_id"),
            new Queue("applications in one state", "/desk/applications?state=SUBMITTED",
                    "application where closed_at is null and state = 'SUBMITTED'", "queue_on",
                    "filing_id"),
            new Queue("owed items", "/desk/owed", "owed_item where state = 'OPEN'", "due_on", "id"),
            new Queue("filings", "/desk/filings", "filing where state <> 'DRAFT'", "due_on", "id"));

    static void measure(Map<String, String> settings, Rows rows) throws Exception {
        try (var portal = Portal.start(settings)) {
            Benchmark.atMediumRisk(rows);
            new Clerk(portal.address(), 1).prepare();
        }
        // without one, every way leads to the opening of the first account, which is looked for at the start
        account(rows, "admin", "PROVINCE_ADMIN", "640000");
        open(rows, FEW_COUNTY, FEW);
        open(rows, MANY_COUNTY, MANY);
        rows.run("vacuum analyze");
        try (var portal = Portal.start(settings)) {
            var few = new Session(portal.address(), "few", Clerk.PASSWORD);
            var many = new Session(portal.address(), "many", Clerk.PASSWORD);
            System.out.printf("%-40s first, middle and last page of %,d; of %,d%n", "", FEW, MANY);
            for (var queue : QUEUES) {
                System.out.printf("%-40s %s; %s%n", queue.name, pages(rows, queue, few, FEW_COUNTY),
                        pages(rows, queue, many, MANY_COUNTY));
            }
        }
    }

    private static String pages(Rows rows, Queue queue, Session official, String county) throws Exception {
        var all = rows.numbers("select count(*) from %s and county = '%s'".formatted(queue.rows, county)).getFirst().intValue();
        var said = new StringBuilder();
        for (int place : all <= PAGE ? new int[]{0} : new int[]{0, all / 2, all - PAGE}) {
            var page = queue.page(rows, county, place);
            said.append("%s%.1f".formatted(said.isEmpty() ? "" : ", ", millis(official, page)));
        }
        return said + " ms";
    }

    /** The median. */
    private static double millis(Session official, String page) throws Exception {
        for (int i = 0; i < WARMING_UP; i++) {
            official.open(page);
        }
        var taken = new double[COUNTED];
        for (int i = 0; i < COUNTED; i++) {
            var begun = System.nanoTime();
            official.open(page);
            taken[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(taken);
        return taken[COUNTED / 2];
    }

    /**
     * So many applications of one firm, each for a site of its own, accepted and waiting for the opinion of one department, and owing an
     * item; one in a hundred is not accepted yet, one in a thousand is led by another department. And an official of the county.
     */
    private static void open(Rows rows, String county, int times) throws Exception {
        rows.run("""
                insert into risk_level_change (county, level, effective_at, notice, recorded_at)
                values ('%s', 'HIGH', now(), 'benchmark', now())""".formatted(county));
        account(rows, times == FEW ? "few" : "many", "OFFICIAL", county);
        var others = rows.columns("site", "", "id", "name", "county");
        rows.run("""
                insert into site (name, county, %s) select '%s ' || n, '%2$s', %1$s from site, generate_series(1, %d) n
                where name = '总厂'""".formatted(others, county, times));
        rows.run("""
                insert into filing (no, token, enterprise_id, site_id, county, province, kind, regime, state, level, list_id, notice,
                    subject, plan, facts, answers, findings, owed, credit_code, name, industry, planned_staff, due_on, submitted_at,
                    started_at, updated_at, version)
                select '%s-200101-' || lpad(site.id::text, 8, '0') || '-1', lpad(site.id::text, 22, 'q'), enterprise.id, site.id, '%1$s',
                    '640000', 'APPLICATION', 'APPROVAL', case when site.id %% 100 = 0 then 'SUBMITTED' else 'ACCEPTED' end, 'HIGH',
                    (select id from condition_list where level = 'HIGH' limit 1), 'benchmark', '{}', '{}', '{}', '{}', '[]', '[]',
                    credit_code, enterprise.name, '34', 100, current_date + (site.id %% 90)::integer, now(), now(), now(), 0
                from site join enterprise on enterprise.id = enterprise_id where site.name like '%1$s %%'""".formatted(county));
        rows.run("""
                insert into application (filing_id, county, sector, lead, state, green, joint, clock_from, due_on, version)
                select id, county, 'INDUSTRY', case when id %% 1000 = 0 then 'CONSTRUCTION' else 'INDUSTRY' end, state, id %% 10 = 0, false,
                    current_date, due_on, 0 from filing where county = '%s'""".formatted(county));
        rows.run("""
                insert into opinion (filing_id, county, department, categories, state, reasons, green, opened_at, due_on, version)
                select filing_id, county, 'HEALTH', 'A', 'OPEN', '[]', green, now(), due_on, 0 from application where county = '%s'"""
                .formatted(county));
        rows.run("""
                insert into owed_item (filing_id, code, enterprise_id, county, province, state, due_on)
                select id, 'A02', enterprise_id, county, province, 'OPEN', due_on from filing where county = '%s'""".formatted(county));
    }

    /** With the password of the firm. */
    private static void account(Rows rows, String login, String role, String scope) throws Exception {
        rows.run("""
                insert into account (login, password_hash, name, role, scope, active, opened_at, sessions_since, version)
                select '%s', password_hash, 'benchmark', '%s', '%s', true, now(), now(), 0 from account where role = 'ENTERPRISE'"""
                .formatted(login, role, scope));
    }
}
