package org.fugong.request.web;

import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The requests that wait for the answer of a province; there is no day by which they have to be answered. */
@Configuration(proxyBeanMethods = false)
class RequestsWaiting {

    @Bean
    WaitingWork unansweredWaiting(JdbcClient jdbc) {
        return new WaitingWork(Role.PROVINCE_ADMIN, actor -> unanswered(actor, jdbc));
    }

    private static List<WaitingWork.Line> unanswered(Actor actor, JdbcClient jdbc) {
        int count = jdbc.sql("select count(*) from (select 1 from request where province = ? and answer is null limit ?) waiting")
                .params(actor.scope(), WaitingWork.CAP).query(Integer.class).single();
        return List.of(new WaitingWork.Line("requests", 30, count, 0, null, "/admin/requests?state=open"));
    }
}
