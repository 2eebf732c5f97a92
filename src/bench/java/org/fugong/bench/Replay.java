package org.fugong.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Map;

/** The command that computes verdicts again, on the demonstration's filings of a county copied until they are 100,000. */
final class Replay {

    private static final int FILINGS = 100_000;

    private Replay() {
    }

    static void measure() throws Exception {
        var folder = "target/bench/replay-" + System.nanoTime();
        Portal.start(Map.of("fugong.data-directory", folder)).close();
        try (var server = EmbeddedPostgres.builder().setDataDirectory(Path.of(folder, "postgresql")).setCleanDataDirectory(false).start();
                var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(
                    """
                            create temporary table pattern as select * from filing where county = '%1$s' and state <> 'DRAFT'
                                and kind <> 'NOTICE';
                            alter table pattern drop column id;
                            update pattern set no = null, state = 'WITHDRAWN', due_on = null;
                            create temporary table copies as select pattern.*, row_number() over () copy
                                from generate_series(1, %2$d / (select count(*) from pattern) + 1), pattern;
                            update copies set no = '%1$s-200320-' || lpad(copy::text, 7, '0') || '-0', token = lpad(copy::text, 22, 't');
                            alter table copies drop column copy;
                            do $$ begin
                                execute format('insert into filing (%%1$s) select %%1$s from copies limit %2$d',
                                    (select string_agg(quote_ident(attname), ', ') from pg_attribute
                                        where attrelid = 'copies'::regclass and attnum > 0 and not attisdropped));
                            end $$;
                            """
                            .formatted(Clerk.COUNTY, FILINGS));
        }
        System.out.println(Portal.command(Map.of("fugong.data-directory", folder, "fugong.replay", Clerk.COUNTY)));
    }
}
