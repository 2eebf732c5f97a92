package org.fugong.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/** Notices that leave by a slow mail server, beside submissions that must not be slower for it: the same in one run, without and with. */
final class Notices {

    private static final int NOTICES = 10_000;
    private static final Duration EACH = Duration.ofMillis(50);
    private static final int WARMING_UP = 400;
    private static final int COUNTED = 300;

    private Notices() {
    }

    static void measure(Map<String, String> settings, Rows rows) throws Exception {
        try (var server = new SlowMailServer(EACH)) {
            var mailing = new HashMap<>(settings);
            mailing.putAll(Map.of("spring.mail.host", "localhost", "spring.mail.port", String.valueOf(server.port()), "fugong.message.from",
                    "portal@fugong.example"));
            try (var portal = Portal.start(mailing)) {
                Benchmark.atMediumRisk(rows);
                var work = work(portal, rows);
                Load.together(part(work, 0, WARMING_UP));
                var alone = Load.together(part(work, WARMING_UP, WARMING_UP + COUNTED));
                var begun = System.nanoTime();
                queue(rows);
                var meanwhile = Load.together(part(work, WARMING_UP + COUNTED, WARMING_UP + 2 * COUNTED));
                var during = server.taken();
                while (!rows.numbers("select 1 from delivery where state = 'WAITING' limit 1").isEmpty()) {
                    Thread.sleep(200);
                }
                var seconds = (System.nanoTime() - begun) / 1e9;
                System.out.printf("submission of a commitment, %d connections: %s; while %,d notices are mailed by a server that takes "
                        + "%d ms for each (%,d went meanwhile): %s%n", Load.CONNECTIONS, alone, NOTICES, EACH.toMillis(), during,
                        meanwhile);
                System.out.printf("%,d notices mailed in %.0f s, %,d mails taken, %d not sent%n", NOTICES, seconds, server.taken(),
                        rows.numbers("select id from delivery where state <> 'SENT'").size());
            }
        }
    }

    private static List<List<Callable<Boolean>>> work(Portal portal, Rows rows) throws Exception {
        var work = new ArrayList<List<Callable<Boolean>>>();
        for (var clerk : IntStream.rangeClosed(1, Load.CONNECTIONS).mapToObj(serial -> new Clerk(portal.address(), serial)).toList()) {
            clerk.prepare();
            rows.copyDraft(clerk.code().value(), WARMING_UP + 2 * COUNTED);
            work.add(Benchmark.drafts(rows, clerk).stream().map(draft -> (Callable<Boolean>) () -> clerk.submit(draft)).toList());
        }
        return work;
    }

    private static List<List<Callable<Boolean>>> part(List<List<Callable<Boolean>>> work, int from, int to) {
        return work.stream().map(steps -> steps.subList(from, to)).toList();
    }

    /** As the portal writes them, for firms that want mail. */
    private static void queue(Rows rows) throws Exception {
        rows.run("insert into contact (account_id, language, version) select account_id, 'CHINESE', 1 from enterprise");
        rows.run("""
                insert into contact_address (account_id, channel, address, wanted, confirmed_at)
                select account_id, 'MAIL', 'firm-' || id || '@example.com', true, now() from enterprise""");
        rows.run("""
                with firm as (select id, account_id, row_number() over (order by id) - 1 as at, count(*) over () as firms from enterprise),
                    told as (insert into notice (enterprise_id, about, key, arguments, link, sent_at)
                        select firm.id, 'benchmark:' || n, 'notice.filing.permitted', '["640104-261120-00001-0"]', '/my', now()
                        from generate_series(1, %d) n join firm on at = n %% firms returning id, enterprise_id)
                insert into delivery (account_id, channel, notice_id, urgent, state, attempts, due_at, created_at)
                select account_id, 'MAIL', told.id, false, 'WAITING', 0, now(), now() from told join firm on firm.id = enterprise_id"""
                .formatted(NOTICES));
    }
}
