package org.fugong.request;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Enterprises;
import org.fugong.message.Notices;
import org.fugong.message.StaffNotice;
import org.fugong.region.Regions;
import org.fugong.web.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody tells what was asked of them: it goes to the province, one level above every unit of a county. */
@Component
public class RequestSending {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd");

    private final Requests requests;
    private final Enterprises enterprises;
    private final Regions regions;
    private final SendingLimit limit;
    private final Notices notices;
    private final JdbcClient jdbc;
    private final Clock clock;

    RequestSending(Requests requests, Enterprises enterprises, Regions regions, SendingLimit limit, Notices notices, JdbcClient jdbc,
            Clock clock) {
        this.requests = requests;
        this.enterprises = enterprises;
        this.regions = regions;
        this.limit = limit;
        this.notices = notices;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Sends it: for a firm that is signed in, or for anybody without a name, who gets a code to look the answer up by.
     *
     * @param address where it came from, which is counted and not kept
     */
    @Transactional
    public Request send(Actor teller, String address, Statement told) {
        limit.count(address);
        var county = regions.served(told.county()).orElseThrow(NotFound::new);
        var firm = teller != null && teller.role() == Role.ENTERPRISE ? enterprises.of(teller).map(Enterprise::id).orElse(null) : null;
        var serial = jdbc.sql("select nextval('request_serial')").query(Long.class).single();
        var no = "%s-%05d".formatted(DAY.format(LocalDate.now(clock)), serial);
        var sent = requests.save(Request.send(no, told, county.province(), firm, firm == null ? code() : null, clock.instant()));
        notices.tell(List.of(new StaffNotice(Role.PROVINCE_ADMIN, county.province(), null, "request:" + no, "notice.staff.request",
                List.of(no), "/admin/requests/" + no)));
        return sent;
    }

    private static String code() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** There have been too many from this address; later there may be more. */
    public static class TooMany extends RuntimeException {
    }
}
