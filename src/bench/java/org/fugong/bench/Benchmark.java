package org.fugong.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The figures of the README, measured: {@code ./mvnw -Pbench -DskipTests verify}; wants wrk and pgbench on the PATH.
 * With arguments only some of them: start, replay, draw, demonstration, pages, flood, submissions, notices,
 * evidence, queues.
 */
final class Benchmark {

    private static final int PER_CLERK = 600;
    private static final int SIGNING_IN = 48;
    private static final String PAGE = "/counties/" + Clerk.COUNTY;

    private Benchmark() {
    }

    public static void main(String[] arguments) throws Exception {
        var parts = arguments.length > 0
                ? List.of(arguments)
                : List.of("start", "replay", "draw", "demonstration", "pages", "flood", "submissions", "notices", "evidence", "queues");
        if (parts.contains("start")) {
            start();
        }
        if (parts.contains("replay")) {
            Replay.measure();
        }
        if (parts.contains("draw")) {
            DrawnPool.measure();
        }
        if (parts.contains("demonstration")) {
            demonstration();
        }
        if (parts.contains("notices")) {
            try (var rows = new Rows()) {
                Notices.measure(settings(rows), rows);
            }
        }
        if (parts.contains("evidence")) {
            try (var rows = new Rows()) {
                Evidence.measure(settings(rows), rows);
            }
        }
        if (parts.contains("queues")) {
            try (var rows = new Rows()) {
                Queues.measure(settings(rows), rows);
            }
        }
        if (parts.stream().noneMatch(List.of("pages", "flood", "submissions")::contains)) {
            return;
        }
        try (var rows = new Rows(); var portal = Portal.start(settings(rows))) {
            atMediumRisk(rows);
            if (parts.contains("pages")) {
                pages(portal);
            }
            if (parts.contains("flood")) {
                flood(portal);
            }
            if (parts.contains("submissions")) {
                submissions(portal, rows);
            }
        }
    }

    private static Map<String, String> settings(Rows rows) {
        return Map.of("spring.datasource.url", "jdbc:postgresql://localhost:" + rows.port() + "/postgres", "spring.datasource.username",
                "fugong", "spring.datasource.password", "none", "spring.flyway.user", "postgres", "spring.flyway.password", "none");
    }

    static void atMediumRisk(Rows rows) throws Exception {
        rows.run("""
                insert into risk_level_change (county, level, effective_at, notice, recorded_at)
                values ('%s', 'MEDIUM', now(), 'benchmark', now())""".formatted(Clerk.COUNTY));
    }

    /** As {@code spring-boot:run} starts it, but without Maven around it. */
    private static void start() throws Exception {
        var settings = Map.of("fugong.data-directory", "target/bench/data-" + System.nanoTime());
        Portal.start(settings).close();
        var taken = new ArrayList<Long>();
        for (int i = 0; i < 3; i++) {
            try (var portal = Portal.start(settings)) {
                taken.add(portal.startMillis());
            }
        }
        taken.sort(null);
        System.out.printf("start to the first page, existing database: %.1f s (median of 3)%n", taken.get(1) / 1e3);
    }

    private record AskedPage(String path, Session session) {
    }

    /** Pages with the data of the demonstration, for visitors and for who is signed in: all are asked for until they are compiled. */
    private static void demonstration() throws Exception {
        try (var portal = Portal.start(Map.of("fugong.data-directory", "target/bench/demonstration"))) {
            var official = new Session(portal.address(), "xingqing");
            var firm = new Session(portal.address(), "91640104DEM000049X");
            var admin = new Session(portal.address(), "ningxia");
            var receipt = firm.link(firm.link("/my", "/my/filings/\\d{6}-\\d{6}-\\d{5}-\\d"), "/receipts/[\\w-]{22}");
            var asked = List.of(new AskedPage("/desk/filings", official),
                    new AskedPage(official.link("/desk/filings", "/desk/filings/\\d{6}-\\d{6}-\\d{5}-\\d"), official),
                    new AskedPage("/desk/verifications", official), new AskedPage("/my", firm), new AskedPage("/my/notices", firm),
                    new AskedPage("/admin/lists", admin), new AskedPage("/admin/risk-levels", admin), new AskedPage("/", null),
                    new AskedPage("/receipts", null), new AskedPage(receipt, null));
            for (var page : asked) {
                Load.wrk(portal.address() + page.path, 20, page.session);
            }
            for (var page : asked) {
                Load.wrk(portal.address() + page.path, 5, page.session);
                System.out.printf("%s, %d connections: %s%n", page.path, Load.CONNECTIONS,
                        Load.wrk(portal.address() + page.path, 10, page.session));
            }
        }
    }

    private static void pages(Portal portal) throws Exception {
        var visitors = IntStream.range(0, Load.CONNECTIONS).mapToObj(i -> {
            var visitor = new Clerk(portal.address(), 0);
            return IntStream.range(0, 1_000 / Load.CONNECTIONS).mapToObj(n -> (Callable<Boolean>) () -> visitor
                    .looksAt(n % 4 == 0 ? "/" : n % 4 == 1 ? "/receipts" : n % 4 == 2 ? "/register" : PAGE)).toList();
        }).toList();
        Load.together(visitors);
        System.out.printf("resident memory after 1,000 requests, -Xmx512m: %d MB%n", portal.residentMegabytes());
        Load.wrk(portal.address() + PAGE, 15);
        System.out.printf("%s, %d connections: %s%n", PAGE, Load.CONNECTIONS, Load.wrk(portal.address() + PAGE, 20));
        System.out.printf("resident memory after that: %d MB%n", portal.residentMegabytes());
    }

    /** Many firms sign in again and again, each as soon as it was answered; who is told to come back later does. */
    private static void flood(Portal portal) throws Exception {
        var clerks = IntStream.range(0, SIGNING_IN).mapToObj(i -> new Clerk(portal.address(), 100 + i)).toList();
        for (var clerk : clerks) {
            clerk.register();
        }
        Load.wrk(portal.address() + PAGE, 15);
        var alone = Load.wrk(portal.address() + PAGE, 20);
        var signedIn = new AtomicInteger();
        var busy = new AtomicInteger();
        var over = new AtomicBoolean();
        try (var people = Executors.newFixedThreadPool(SIGNING_IN)) {
            var all = clerks.stream().map(clerk -> people.submit(() -> {
                while (!over.get()) {
                    int wait = clerk.signIn();
                    (wait == 0 ? signedIn : busy).incrementAndGet();
                    for (var until = System.nanoTime() + wait * 1_000_000_000L; !over.get() && System.nanoTime() < until;) {
                        Thread.sleep(50);
                    }
                }
                return null;
            })).toList();
            var meanwhile = Load.wrk(portal.address() + PAGE, 20);
            over.set(true);
            for (var one : all) {
                one.get();
            }
            System.out.printf("%s alone: %s; while %d firms sign in (%d did, %d were told that it is busy): %s, %.0f %%%n",
                    PAGE, alone, SIGNING_IN, signedIn.get(), busy.get(), meanwhile, meanwhile.perSecond() / alone.perSecond() * 100);
            if (meanwhile.perSecond() < alone.perSecond() / 2) {
                throw new IllegalStateException("Signing in takes more than half of the pages' rate");
            }
        }
    }

    private static void submissions(Portal portal, Rows rows) throws Exception {
        var clerks = IntStream.rangeClosed(1, Load.CONNECTIONS).mapToObj(serial -> new Clerk(portal.address(), serial)).toList();
        var work = new ArrayList<List<Callable<Boolean>>>();
        for (var clerk : clerks) {
            clerk.prepare();
            rows.copyDraft(clerk.code().value(), PER_CLERK);
            work.add(drafts(rows, clerk).stream().map(draft -> (Callable<Boolean>) () -> clerk.submit(draft)).toList());
        }
        // two thirds warm up and are not counted
        Load.together(work.stream().map(steps -> steps.subList(0, PER_CLERK * 2 / 3)).toList());
        var before = portal.cpuMillis();
        var submitted = Load.together(work.stream().map(steps -> steps.subList(PER_CLERK * 2 / 3, PER_CLERK)).toList());
        System.out.printf("submission of a commitment, %d connections: %s, %.2f ms of processor each%n", Load.CONNECTIONS, submitted,
                (portal.cpuMillis() - before) / (Load.CONNECTIONS * PER_CLERK / 3.0));

        var written = pgbench(portal, rows);
        System.out.printf("the same rows by pgbench: %s%n", written);
        System.out.printf("submission against pgbench: %.0f %%%n", submitted.perSecond() / written.perSecond() * 100);
    }

    static List<Long> drafts(Rows rows, Clerk clerk) throws Exception {
        return rows.numbers(
                "select filing.id from filing join enterprise on enterprise.id = enterprise_id where state = 'DRAFT' and "
                        + "enterprise.credit_code = '"
                        + clerk.code() + "' order by filing.id");
    }

    /** One submission is the pattern; pgbench writes what it wrote, for drafts like it. */
    private static Rates pgbench(Portal portal, Rows rows) throws Exception {
        var clerk = new Clerk(portal.address(), 99);
        clerk.prepare();
        int per = 400;
        rows.copyDraft(clerk.code().value(), per * Load.CONNECTIONS);
        var drafts = drafts(rows, clerk);
        var pattern = drafts.getFirst();
        clerk.submit(pattern);
        rows.run("create table pattern_filing as select * from filing where id = " + pattern);
        rows.run("create table pattern_verification as select * from verification where filing_id = " + pattern);
        rows.run("""
                create table pattern_audit as select * from audit_entry
                where subject in ('filing:%d', 'verification:' || (select id from pattern_verification))
                    and action not like '%%started'""".formatted(pattern));
        var fixed = new String[]{"id", "site_id", "enterprise_id", "no", "token"};
        var script = Files.writeString(Path.of("target", "bench", "submission.sql"),
                """
                        \\set n :n + 1
                        \\set id :first + :client_id * :per + :n
                        begin;
                        update filing set no = '640104-261120-' || lpad(nextval('filing_serial')::text, 6, '0') || '-0', token = \
                        left(md5(random()::text), 22), (%s) = (select %s from pattern_filing) where id = :id;
                        insert into audit_entry (%s) select %s from pattern_audit;
                        insert into verification (filing_id, %s) select :id, %s from pattern_verification;
                        commit;
                        """
                        .formatted(rows.columns("filing", "", fixed), rows.columns("filing", "", fixed),
                                rows.columns("audit_entry", "", "id"),
                                rows.columns("audit_entry", "", "id"), rows.columns("verification", "", "id", "filing_id"),
                                rows.columns("verification", "", "id", "filing_id")));
        return Load.pgbench(rows.port(), script, drafts.get(1), per);
    }
}
