package org.fugong.obligation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.adaptation.CountyLists;
import org.fugong.filing.Deadlines;
import org.fugong.filing.Duty;
import org.fugong.filing.Obligations;
import org.fugong.message.Notices;
import org.fugong.risk.LevelTransition;
import org.fugong.risk.RiskLevel;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To high risk: firms that run on a filing keep running and are asked to confirm the items that their list did not have. */
@Component
@Order(90)
class AdditionsAsked extends AskingEffect {

    private final CountyLists lists;
    private final Deadlines deadlines;
    private final JdbcClient jdbc;

    AdditionsAsked(AffectedFilings touched, Notices notices, Obligations obligations, CountyLists lists, Deadlines deadlines,
            JdbcClient jdbc, Clock clock) {
        super("additions-asked", Duty.CONFIRM, touched, notices, obligations, clock);
        this.lists = lists;
        this.deadlines = deadlines;
        this.jdbc = jdbc;
    }

    private record AppliedList(long listId, Long adaptationId) {
    }

    @Override
    public boolean follows(LevelTransition transition) {
        return transition.to() == RiskLevel.HIGH;
    }

    @Override
    String asked(LevelTransition transition) {
        return "f.state in ('EFFECTIVE', 'SUSPENDED') and f.kind in ('COMMITMENT', 'CHECKLIST') and f.list_id || '/' || "
                + "coalesce(f.adaptation_id, 0) in (:shorter)";
    }

    @Override
    Map<String, ?> values(LevelTransition transition) {
        var values = new HashMap<String, Object>(super.values(transition));
        values.put("shorter", shorter(transition));
        return values;
    }

    @Override
    LocalDate dueOn(LevelTransition transition) {
        return deadlines.firm(transition);
    }

    /** The lists, each with what the county asks less, that lack an item of the one that is in force at high risk. */
    private List<String> shorter(LevelTransition transition) {
        var now = lists.inForce(transition.county(), RiskLevel.HIGH, transition.at());
        return jdbc.sql(
                "select distinct list_id, adaptation_id from filing where county = ? and state in ('EFFECTIVE', 'SUSPENDED') "
                        + "and list_id is not null")
                .param(transition.county())
                .query((row, n) -> new AppliedList(row.getLong(1), row.getObject(2, Long.class))).list().stream()
                .filter(under -> !Additions.between(lists.of(under.listId, under.adaptationId, transition.county()), now).isEmpty())
                .map(under -> under.listId + "/" + (under.adaptationId == null ? 0 : under.adaptationId)).toList();
    }
}
