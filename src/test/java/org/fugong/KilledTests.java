package org.fugong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application in a process of its own, killed in the middle of a change of level for two counties. */
class KilledTests {

    private static final List<String> CHANGED = List.of("640104", "640181");
    private static final String UNTOUCHED = "640205";
    private static final int EACH = 4000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data = Path.of("target", "test-data", "killed-" + System.nanoTime());
    private Process application;
    private JdbcClient jdbc;

    @AfterEach
    void stop() throws InterruptedException {
        application.destroy();
        application.waitFor();
    }

    @Test
    void afterAKillInTheMiddleItIsCompletedOnce() throws Exception {
        start();
        submitApplications();
        changeLevels();
        until(() -> count("select coalesce(sum(done), 0) from level_effect_run") > EACH / 10);
        application.destroyForcibly().waitFor();
        var before = count("select sum(done) from level_effect_run");
        assertThat(before).as("killed in the middle").isLessThan(2L * EACH);
        assertThat(closed()).as("what is counted is done, and what is done is counted").isEqualTo(before);

        start();
        until(() -> count("select count(*) from level_effect_run where effect = 'applications-closed' and finished_at is not null") == 2);
        until(() -> count("select count(*) from audit_entry where action = 'risk-level.took-effect'") == 2);
        assertThat(closed()).isEqualTo(2L * EACH);
        assertThat(CHANGED).allSatisfy(county -> {
            assertThat(count("select expected from level_effect_run join risk_level_change on id = change_id where effect = 'applications-closed' and county = ?", county))
                    .isEqualTo(EACH);
            assertThat(count("select done from level_effect_run join risk_level_change on id = change_id where effect = 'applications-closed' and county = ?", county))
                    .isEqualTo(EACH);
            assertThat(count("select count(*) from audit_entry where action = 'filing.closed' and county = ?", county)).isEqualTo(EACH);
            assertThat(count("select count(distinct subject) from audit_entry where action = 'filing.closed' and county = ?", county)).isEqualTo(EACH);
        });
        assertThat(count("select count(*) from notice")).isEqualTo(2L * EACH);
        assertThat(count("select count(*) from filing where state = 'SUBMITTED' and county = ?", UNTOUCHED)).isEqualTo(EACH);
        assertThat(count("select count(*) from audit_entry where county = ?", UNTOUCHED)).isZero();
    }

    private long closed() {
        return count("select count(*) from filing where state = 'CLOSED'");
    }

    private void submitApplications() {
        jdbc.sql("""
                with account as (
                    insert into account (login, password_hash, name, role, active, opened_at, sessions_since, version)
                    values ('91640104MA0000001X', 'none', '宁夏断电有限公司', 'ENTERPRISE', true, now(), now(), 0) returning id)
                insert into enterprise (account_id, credit_code, name, legal_representative, contact, phone, registered_at, version)
                select id, '91640104MA0000001X', '宁夏断电有限公司', '马建国', '王芳', '0951-6012345', now(), 0 from account""").update();
        for (var county : List.of(CHANGED.get(0), CHANGED.get(1), UNTOUCHED)) {
            jdbc.sql("insert into risk_level_change (county, level, effective_at, notice, recorded_at) values (?, 'HIGH', now(), '测试通知', now())").param(county).update();
            jdbc.sql("""
                    with place as (
                        insert into site (enterprise_id, name, address, county, version)
                        select id, '厂区' || :county || n, '工业路' || n || '号', :county, 0 from enterprise, generate_series(1, :each) n returning *)
                    insert into filing (no, token, enterprise_id, site_id, county, province, kind, regime, state, level, list_id, notice, subject, plan, facts,
                        answers, findings, owed, credit_code, name, submitted_at, started_at, updated_at, version)
                    select :county || '-200322-' || lpad(id::text, 6, '0') || '-0', lpad(id::text, 22, 't'), enterprise_id, id, :county, '640000', 'APPLICATION',
                        'APPROVAL', 'SUBMITTED', 'HIGH', (select min(id) from condition_list where level = 'HIGH'), '测试通知', '{}', '{}', '{}', '{}', '[]', '[]',
                        '91640104MA0000001X', '宁夏断电有限公司', now(), now(), now(), 0 from place""")
                    .param("county", county).param("each", EACH).update();
        }
    }

    /** As the act of an admin leaves it: the changes and what is to be done about them, in one transaction. */
    private void changeLevels() {
        jdbc.sql("""
                with change as (
                    insert into risk_level_change (county, level, effective_at, notice, recorded_at)
                    select code, 'LOW', now(), '测试通知', now() from county where code in (:counties) returning id)
                insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                select 'level-effects', id::text, now(), false, 1 from change""").param("counties", CHANGED).update();
    }

    private void start() throws IOException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var classes = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes")).collect(Collectors.joining(File.pathSeparator));
        Files.createDirectories(data);
        application = new ProcessBuilder(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m", "--enable-native-access=ALL-UNNAMED",
                "-cp", classes, "org.fugong.FugongApplication", "--server.port=" + port, "--fugong.data-directory=" + data,
                "--fugong.demonstration=false", "--fugong.job.run=true").redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("application.log").toFile())).start();
        until(() -> answers(port));
        var server = Files.readAllLines(data.resolve("postgresql/postmaster.pid")).get(3).strip();
        jdbc = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://localhost:" + server + "/postgres", "postgres", "postgres"));
    }

    private static boolean answers(int port) {
        try (var connection = new Socket("localhost", port)) {
            return connection.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private void until(Callable<Boolean> condition) {
        await().alias("see " + data + "/application.log").atMost(PATIENCE).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .failFast(() -> !application.isAlive()).until(condition);
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}
