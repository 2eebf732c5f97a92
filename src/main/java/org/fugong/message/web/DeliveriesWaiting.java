package org.fugong.message.web;

import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.fugong.message.UndeliveredNotices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** On an admin's home: what was not delivered within a week. */
@Configuration(proxyBeanMethods = false)
class DeliveriesWaiting {

    private final UndeliveredNotices undelivered;

    DeliveriesWaiting(UndeliveredNotices undelivered) {
        this.undelivered = undelivered;
    }

    @Bean
    WaitingWork undeliveredOfCounty() {
        return new WaitingWork(Role.COUNTY_ADMIN, this::line);
    }

    @Bean
    WaitingWork undeliveredOfProvince() {
        return new WaitingWork(Role.PROVINCE_ADMIN, this::line);
    }

    private List<WaitingWork.Line> line(Actor actor) {
        return List.of(new WaitingWork.Line("deliveries", 90, undelivered.lately(actor, WaitingWork.CAP), 0, null, "/admin/deliveries"));
    }
}
