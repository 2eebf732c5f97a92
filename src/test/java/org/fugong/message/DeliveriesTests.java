package org.fugong.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.StaffFixtures;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Firms;
import org.fugong.job.DueJobs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** What is to be told leaves by the channels that its reader wants, at least once; where it comes to nothing an admin sees it. */
@WebTest
class DeliveriesTests {

    private static final String COUNTY = "640324";

    @Autowired
    Notices notices;
    @Autowired
    Contacts contacts;
    @Autowired
    Deliveries deliveries;
    @Autowired
    UndeliveredNotices undelivered;
    @Autowired
    Inbox inbox;
    @Autowired
    Wording wording;
    @Autowired
    MessageSource messages;
    @Autowired
    MailServer server;
    @Autowired
    Firms firms;
    @Autowired
    StaffFixtures staff;
    @Autowired
    DueJobs jobs;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    TestClock clock;

    private Enterprise firm;
    private Actor reader;
    private String mail;

    @BeforeEach
    void aFirmThatWantsMail() {
        // what other tests have left is not this test's
        jdbc.sql("update delivery set state = 'DROPPED', ended_at = now() where state = 'WAITING'").update();
        firm = firms.complete("宁夏收信有限公司");
        reader = Firms.actor(firm);
        mail = "clerk@" + UUID.randomUUID() + ".example";
        wants(reader, Language.ENGLISH, Map.of(Channel.MAIL, mail));
    }

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aNoticeIsMailedInTheLanguageOfItsReaderOnceHoweverOftenItIsTold() throws Exception {
        tell("one");
        tell("one");
        jobs.run("deliveries", "frequent");
        jobs.run("deliveries", "frequent");
        var sent = server.of(mail.substring(mail.indexOf('@') + 1));
        assertThat(sent).hasSize(1);
        assertThat(sent.getFirst().getSubject()).startsWith("[Fugong] ").contains("640104-200320-00001-2");
        assertThat(sent.getFirst().getContent().toString()).contains("宁夏收信有限公司", "22 March 2020");
        assertThat(sent.getFirst().getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(inbox.page(reader, Long.MAX_VALUE, 9)).hasSize(1);
        assertThat(states()).containsExactly("SENT");
    }

    @Test
    void whatWasRolledBackIsNeitherShownNorSent() {
        transaction.executeWithoutResult(status -> {
            notices.send(List.of(notice("undone")));
            status.setRollbackOnly();
        });
        jobs.run("deliveries", "frequent");
        assertThat(server.of(mail.substring(mail.indexOf('@') + 1))).isEmpty();
        assertThat(inbox.page(reader, Long.MAX_VALUE, 9)).isEmpty();
    }

    @Test
    void nothingGoesToAnAddressThatIsNotConfirmedOrNotWantedAnyMore() {
        var silent = firms.complete("宁夏不收信有限公司");
        contact(Firms.actor(silent), Language.CHINESE, Map.of(Channel.MAIL, "a@" + UUID.randomUUID() + ".example"), true);
        transaction
                .executeWithoutResult(status -> notices.send(List.of(new Notice(silent.id(), "x", "notice.filing.permitted", List.of("1"),
                        "/my"))));
        assertThat(jdbc.sql("select count(*) from delivery where account_id = ? and notice_id is not null").param(silent.accountId())
                .query(Integer.class).single()).isZero();

        tell("before");
        contact(reader, Language.ENGLISH, Map.of(Channel.MAIL, mail), false);
        jobs.run("deliveries", "frequent");
        assertThat(server.of(mail.substring(mail.indexOf('@') + 1))).isEmpty();
        assertThat(states()).containsExactly("DROPPED");
    }

    @Test
    void whatItsSenderDiesOfEachTimeIsEndedAndSeenByAnAdmin() {
        tell("deadly");
        for (int attempt = 0; attempt <= Deliveries.PAUSES.size(); attempt++) {
            assertThat(deliveries.claim(EnumSet.allOf(Channel.class), 100)).extracting(Delivery::attempts).containsExactly(attempt + 1);
            clock.advance(Deliveries.CLAIM);
        }
        assertThat(deliveries.claim(EnumSet.allOf(Channel.class), 100)).isEmpty();
        assertThat(states()).containsExactly("FAILED");
        assertThat(jdbc.sql("select problem from delivery where account_id = ?").param(firm.accountId()).query(String.class).list())
                .containsExactly(Delivery.Problem.ABANDONED.name());
    }

    @Test
    void aNodeThatDiedAfterClaimingLeavesItToAnother() {
        tell("claimed");
        assertThat(deliveries.claim(EnumSet.allOf(Channel.class), 100)).extracting(Delivery::address).containsExactly(mail);
        jobs.run("deliveries", "frequent");
        assertThat(server.of(mail.substring(mail.indexOf('@') + 1))).isEmpty();
        clock.advance(Deliveries.CLAIM);
        jobs.run("deliveries", "frequent");
        assertThat(server.of(mail.substring(mail.indexOf('@') + 1))).hasSize(1);
    }

    @Test
    void whileTheServerIsAwayNothingIsLostAndItIsLeftAloneForAMinute() throws IOException {
        var away = job(port(closed()));
        for (int i = 0; i < 3; i++) {
            tell("away " + i);
        }
        assertThat(away.step("frequent")).isTrue();
        assertThat(away.step("frequent")).as("resting").isFalse();
        assertThat(states()).containsOnly("WAITING").hasSize(3);
        assertThat(attempts()).containsOnly(1);
        clock.advance(Duration.ofHours(1));
        jobs.run("deliveries", "frequent");
        assertThat(server.of(mail.substring(mail.indexOf('@') + 1))).hasSize(3);
        assertThat(states()).containsOnly("SENT").hasSize(3);
    }

    @Test
    void aMailServerThatIsAwayDoesNotMakeThePortalUnhealthy(@Autowired ApplicationContext context) {
        assertThat(context.getBeanNamesForType(HealthIndicator.class)).isNotEmpty().noneMatch(name -> name.startsWith("mail"));
    }

    @Test
    void afterAllItsAttemptsAnAdminOfItsAreaSeesItAndHasItSentAgain() throws IOException {
        firms.site(firm, COUNTY);
        var admin = staff.of(Role.COUNTY_ADMIN, COUNTY);
        var elsewhere = staff.of(Role.COUNTY_ADMIN, "640423");
        tell("given up");
        var away = job(port(closed()));
        for (int attempt = 0; attempt <= Deliveries.PAUSES.size(); attempt++) {
            assertThat(states()).as("after %d attempts", attempt).containsExactly("WAITING");
            assertThat(away.step("frequent")).isTrue();
            clock.advance(Duration.ofHours(12));
        }
        assertThat(states()).containsExactly("FAILED");
        assertThat(undelivered.page(elsewhere, Long.MAX_VALUE, 100)).noneMatch(one -> one.login().equals(reader.login()));
        var seen = undelivered.page(admin, Long.MAX_VALUE, 100).stream().filter(one -> one.login().equals(reader.login())).toList();
        assertThat(seen).singleElement().satisfies(one -> {
            assertThat(one.problem()).isEqualTo("UNREACHABLE");
            assertThat(one.attempts()).isEqualTo(Deliveries.PAUSES.size() + 1);
        });
        undelivered.resend(admin, seen.getFirst().id());
        jobs.run("deliveries", "frequent");
        assertThat(states()).containsExactly("SENT");
        assertThat(server.of(mail.substring(mail.indexOf('@') + 1))).hasSize(1);
    }

    @Test
    void anAddressThatBouncesIsNotTriedAgainAndItsOwnerIsToldWhileTheOthersGetTheirs() throws Exception {
        var other = firms.complete("宁夏另一家有限公司");
        wants(Firms.actor(other), Language.CHINESE, Map.of(Channel.MAIL, "fine@example.com"));
        try (var refusing = new RefusingMailServer("gone@", "550 No such user")) {
            wants(reader, Language.CHINESE, Map.of(Channel.MAIL, "gone@example.com"));
            tell("bounced");
            transaction.executeWithoutResult(status -> notices.send(List.of(new Notice(other.id(), "bounced", "notice.filing.permitted",
                    List.of("1"), "/my"))));
            job(refusing.port()).step("frequent");
            assertThat(refusing.taken()).containsExactly("fine@example.com");
        }
        assertThat(states()).containsExactly("FAILED");
        assertThat(contacts.of(reader.accountId()).address(Channel.MAIL).orElseThrow().confirmed()).isFalse();
        assertThat(inbox.foremost(reader, 9)).extracting(SentNotice::key).contains("notice.address-refused.MAIL");
    }

    @Test
    void oneThatCannotBeWordedKeepsBackNoOtherAndIsGivenUpInTheEnd() {
        transaction.executeWithoutResult(status -> notices.send(List.of(new Notice(firm.id(), "no words", "notice.without.words", List.of(),
                "/my"))));
        tell("with words");
        for (int attempt = 0; attempt <= Deliveries.PAUSES.size(); attempt++) {
            jobs.run("deliveries", "frequent");
            clock.advance(Duration.ofHours(12));
        }
        assertThat(server.of(mail.substring(mail.indexOf('@') + 1))).hasSize(1);
        assertThat(states()).containsExactly("FAILED", "SENT");
    }

    @Test
    void whatTheServerPutsOffIsTriedAgain() throws Exception {
        tell("put off");
        try (var refusing = new RefusingMailServer("clerk@", "450 Try again later")) {
            job(refusing.port()).step("frequent");
        }
        assertThat(states()).containsExactly("WAITING");
        clock.advance(Deliveries.PAUSES.getFirst());
        jobs.run("deliveries", "frequent");
        assertThat(server.of(mail.substring(mail.indexOf('@') + 1))).hasSize(1);
    }

    @Test
    void messagesToMobilesGoByHttpWithTheTokenAndTheTextOfTheReader() throws IOException {
        var bodies = new CopyOnWriteArrayList<String>();
        var status = new int[]{503};
        var provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/send", exchange -> {
            bodies.add(exchange.getRequestHeaders().getFirst("Authorization") + " "
                    + new String(exchange.getRequestBody().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(status[0], -1);
            exchange.close();
        });
        provider.start();
        try {
            wants(reader, Language.CHINESE, Map.of(Channel.SMS, "13912345678"));
            tell("by mobile");
            var settings = new MessageSettings("", "http://localhost:" + provider.getAddress().getPort() + "/send", "secret", 2);
            var job = new DeliveryJob(deliveries, new Channels(List.of(new HttpSmsSending(settings, wording))), settings, clock);
            job.step("frequent");
            assertThat(states()).containsExactly("WAITING");
            status[0] = 200;
            clock.advance(Duration.ofMinutes(1));
            job.step("frequent");
            assertThat(states()).containsExactly("SENT");
            assertThat(bodies).hasSize(2).last().asString().startsWith("Bearer secret ").contains("\"mobile\":\"13912345678\"",
                    "【复工备案】", "2020年3月22日");
        } finally {
            provider.stop(0);
        }
    }

    @Test
    void aCodeGoesBeforeAllNoticesAndIsErasedOnceItWasSent() {
        for (int i = 0; i < 3; i++) {
            tell("waits " + i);
        }
        transaction.executeWithoutResult(status -> deliveries.message(reader.accountId(), Channel.MAIL, mail, "contact.message.code",
                "123456"));
        assertThat(deliveries.claim(EnumSet.allOf(Channel.class), 1)).singleElement()
                .satisfies(first -> assertThat(first.arguments()).containsExactly("123456"));
        clock.advance(Deliveries.CLAIM);
        jobs.run("deliveries", "frequent");
        assertThat(
                jdbc.sql("select count(*) from delivery where account_id = ? and (address is not null or arguments::text like '%123456%')")
                        .param(reader.accountId()).query(Integer.class).single())
                .isZero();
    }

    private void tell(String about) {
        transaction.executeWithoutResult(status -> notices.send(List.of(notice(about))));
    }

    private Notice notice(String about) {
        return new Notice(firm.id(), about, "notice.owed-advised", List.of("640104-200320-00001-2", "2020-03-22"), "/my");
    }

    private void wants(Actor actor, Language language, Map<Channel, String> addresses) {
        contact(actor, language, addresses, true);
        jdbc.sql("update contact_address set confirmed_at = now() where account_id = ?").param(actor.accountId()).update();
    }

    private void contact(Actor actor, Language language, Map<Channel, String> addresses, boolean wanted) {
        var wishes = new java.util.EnumMap<Channel, Contacts.Wish>(Channel.class);
        List.of(Channel.values()).forEach(channel -> wishes.put(channel, new Contacts.Wish(addresses.get(channel), wanted)));
        contacts.change(actor, contacts.of(actor.accountId()).version(), language, wishes);
        jdbc.sql("delete from delivery where notice_id is null and account_id = ?").param(actor.accountId()).update();
    }

    private List<String> states() {
        return jdbc.sql("select state from delivery where account_id = ? and notice_id is not null order by id").param(reader.accountId())
                .query(String.class).list();
    }

    private List<Integer> attempts() {
        return jdbc.sql("select attempts from delivery where account_id = ? order by id").param(reader.accountId()).query(Integer.class)
                .list();
    }

    private DeliveryJob job(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(port);
        var settings = new MessageSettings("portal@fugong.example", "", "", 2);
        return new DeliveryJob(deliveries, new Channels(List.of(new MailSending(sender, wording, messages, settings))), settings, clock);
    }

    private static java.net.ServerSocket closed() throws IOException {
        var socket = new java.net.ServerSocket(0);
        socket.close();
        return socket;
    }

    private static int port(java.net.ServerSocket socket) {
        return socket.getLocalPort();
    }
}
