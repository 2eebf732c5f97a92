package org.fugong;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A batch of levels, uploaded and confirmed as an admin does, on two nodes with one database that are killed while they are at it. */
class KilledTests {

    private static final List<String> CHANGED = List.of("640104", "640106", "640181", "640221");
    private static final String UNTOUCHED = "640205";
    private static final int EACH = 1_500;
    private static final long ALL = (long) CHANGED.size() * EACH;
    private static final String PASSWORD = "a long enough password";
    private static final String BATCHES = "/admin/risk-levels/batches";

    private final Path folder = Path.of("target", "test-data", "killed-" + System.nanoTime());
    private final List<Node> nodes = new ArrayList<>();
    private JdbcClient jdbc;

    @AfterEach
    void stop() throws InterruptedException {
        for (var node : nodes.reversed()) {
            node.stop();
        }
    }

    @Test
    void aBatchThatTwoNodesAreKilledInIsCompletedOnceAfterTheRestart() throws Exception {
        var first = start("first", "--fugong.data-directory=" + folder);
        connect();
        var second = start("second", "--spring.datasource.url=" + database(), "--spring.datasource.username=fugong",
                "--spring.datasource.password=fugong",
                "--spring.flyway.user=postgres", "--spring.flyway.password=");
        noteWhoWorks();
        var admin = signIn(first);
        submitApplications();
        confirm(upload(admin, first));

        first.until(() -> count("select count(distinct node) from worked") == 2);
        first.kill();
        assertMiddle();
        var alone = done();
        second.until(() -> done() > alone);
        second.kill();
        assertMiddle();

        var restarted = start("restarted", "--fugong.data-directory=" + folder);
        connect();
        restarted.until(() -> count("select count(*) from audit_entry where action = 'risk-level.took-effect'") == CHANGED.size());
        assertThat(CHANGED).allSatisfy(this::assertDoneOnce);
        assertThat(count("select count(*) from notice")).as("one for each firm").isEqualTo(ALL);
        assertThat(count("select count(distinct enterprise_id) from notice")).isEqualTo(ALL);
        assertThat(count("select count(*) from filing where state = 'SUBMITTED' and county = ?", UNTOUCHED)).isEqualTo(EACH);
        assertThat(count("select count(*) from audit_entry where county = ?", UNTOUCHED)).isZero();
        assertThat(count("select count(*) from audit_entry where action = 'level-batch.confirmed'")).isOne();
    }

    private void assertMiddle() {
        assertThat(done()).as("killed in the middle").isLessThan(ALL);
        // read in one statement, because another node may go on meanwhile
        assertThat(count("""
                select (select coalesce(sum(done), 0) from level_effect_run where effect = 'applications-closed')
                    - (select count(*) from filing where state = 'CLOSED')"""))
                .as("what is counted is done, and what is done is counted").isZero();
    }

    private void assertDoneOnce(String county) {
        assertThat(jdbc.sql("""
                select expected, done from level_effect_run join risk_level_change on id = change_id
                where effect = 'applications-closed' and county = ?""").param(county).query().singleRow().values()).containsOnly(EACH);
        assertThat(count(
                "select foreseen from level_foresight join risk_level_change on id = change_id where effect = "
                        + "'applications-closed' and county = ?",
                county))
                .isEqualTo(EACH);
        assertThat(count("select count(*) from filing where state = 'CLOSED' and county = ?", county)).isEqualTo(EACH);
        assertThat(count("select count(*) from audit_entry where action = 'filing.closed' and county = ?", county)).isEqualTo(EACH);
        assertThat(count("select count(distinct subject) from audit_entry where action = 'filing.closed' and county = ?", county))
                .isEqualTo(EACH);
        assertThat(count("select count(*) from audit_entry where action = 'risk-level.took-effect' and county = ?", county)).isOne();
    }

    private Node start(String name, String... settings) throws IOException {
        var node = Node.start(name, folder, settings);
        nodes.add(node);
        return node;
    }

    /** The server of the first node outlives it and ends with the restart. */
    private void connect() throws IOException {
        jdbc = JdbcClient.create(new DriverManagerDataSource(database(), "postgres", "postgres"));
    }

    private String database() throws IOException {
        return "jdbc:postgresql://localhost:" + Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(3).strip()
                + "/postgres";
    }

    private void noteWhoWorks() {
        jdbc.sql(
                """
                        create table worked (node text not null);
                        grant insert on worked to public;
                        create function note_who_works() returns trigger language plpgsql as $$
                        begin
                            insert into worked values (current_setting('application_name'));
                            return new;
                        end $$;
                        create trigger note_who_works after update on level_effect_run for each row when
                            (old.done < new.done) execute function note_who_works()""")
                .update();
    }

    private static Connection signIn(Node node) throws IOException {
        var session = Jsoup.newSession().timeout(60_000);
        send(session, page(session, node.url("/setup")), "/setup", "token", node.token(), "username", "ningxia", "name", "刘管理", "password",
                PASSWORD);
        send(session, page(session, node.url("/login")), "/login", "username", "ningxia", "password", PASSWORD);
        return session;
    }

    private static Document page(Connection session, String url) throws IOException {
        return session.newRequest(url).get();
    }

    private static Document send(Connection session, Document page, String action, String... typed) throws IOException {
        var form = page.expectForm("form[action=" + action + "]");
        return session.newRequest(page.location()).url(form.absUrl("action")).data("_csrf", form.expectFirst("[name=_csrf]").val())
                .data(typed).post();
    }

    private record Uploaded(Connection session, Document page) {
    }

    private static Uploaded upload(Connection session, Node node) throws IOException {
        var table = CHANGED.stream().map(county -> county + ",低,,宁应指〔2020〕9号").collect(Collectors.joining("\n", "县区,等级,生效时间,依据文件\n", "\n"));
        var form = page(session, node.url(BATCHES)).expectForm("form[enctype]");
        return new Uploaded(session, session.newRequest(form.absUrl("action")).data("_csrf", form.expectFirst("[name=_csrf]").val())
                .data("file", "levels.csv", new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), "text/csv").post());
    }

    private void confirm(Uploaded batch) throws IOException {
        assertThat(batch.page.text()).contains("确认设定全部 4 行", "%,d 项".formatted(ALL));
        assertThat(count("select count(*) from risk_level_change where level = 'LOW' and set_by is not null")).as("nothing is set yet")
                .isZero();
        var action = batch.page.location().substring(batch.page.location().indexOf(BATCHES)) + "/confirmation";
        assertThat(send(batch.session, batch.page, action).text()).contains("成批设定的进展");
    }

    private void submitApplications() {
        for (var county : Stream.concat(CHANGED.stream(), Stream.of(UNTOUCHED)).toList()) {
            jdbc.sql(
                    "insert into risk_level_change (county, level, effective_at, notice, recorded_at) values (?, 'HIGH', "
                            + "now(), '测试通知', now())")
                    .param(county).update();
            jdbc.sql(
                    """
                            with account as (
                                insert into account (login, password_hash, name, role, active, opened_at, sessions_since, version)
                                select '91' || :county || 'MA' || lpad(n::text, 8, '0'), 'none', '宁夏断电有限公司', 'ENTERPRISE', true, now(), \
                                now(), 0
                                from generate_series(1, :each) n returning *),
                            firm as (
                                insert into enterprise (account_id, credit_code, name, legal_representative, contact, phone,
                                    registered_at, version)
                                select id, login, name, '马建国', '王芳', '0951-6012345', now(), 0 from account returning *),
                            place as (
                                insert into site (enterprise_id, name, address, county, version)
                                select id, '厂区', '工业路1号', :county, 0 from firm returning *)
                            insert into filing (no, token, enterprise_id, site_id, county, province, kind, regime, state, level,
                                list_id, notice, subject, plan, facts,
                                answers, findings, owed, credit_code, name, submitted_at, started_at, updated_at, version)
                            select :county || '-200322-' || lpad(place.id::text, 6, '0') || '-0', lpad(place.id::text, 22, 't'), \
                            enterprise_id, place.id, :county, '640000',
                                'APPLICATION', 'APPROVAL', 'SUBMITTED', 'HIGH', (select min(id) from condition_list
                                    where level = 'HIGH'), '测试通知', '{}', '{}', '{}', '{}',
                                '[]', '[]', credit_code, firm.name, now(), now(), now(), 0 from place
                                    join firm on firm.id = enterprise_id""")
                    .param("county", county).param("each", EACH).update();
        }
    }

    private long done() {
        return count("select coalesce(sum(done), 0) from level_effect_run where effect = 'applications-closed'");
    }

    private long count(String sql, Object... parameters) {
        return jdbc.sql(sql).params(parameters).query(Long.class).single();
    }
}
