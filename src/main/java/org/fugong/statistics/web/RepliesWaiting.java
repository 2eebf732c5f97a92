package org.fugong.statistics.web;

import java.util.List;
import org.fugong.account.Actor;
import org.fugong.account.DeskReading;
import org.fugong.account.Role;
import org.fugong.account.WaitingWork;
import org.fugong.statistics.Overview;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The counties of a province that owe firms a reply. */
@Configuration(proxyBeanMethods = false)
class RepliesWaiting {

    @Bean
    WaitingWork countiesWithOverdueReplies(Overview overview, DeskReading reading) {
        return new WaitingWork(Role.PROVINCE_ADMIN, actor -> late(actor, overview, reading));
    }

    /** One county is led to directly, several stand in the table below, which leads to each. */
    private static List<WaitingWork.Line> late(Actor actor, Overview overview, DeskReading reading) {
        var late = overview.lateInReplying(reading.counties(actor));
        return List.of(new WaitingWork.Line("replies", 5, late.size(), late.size(), null,
                late.size() == 1 ? "/desk/applications?county=" + late.getFirst() + "&due=overdue" : "#work"));
    }
}
