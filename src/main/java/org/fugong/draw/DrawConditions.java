package org.fugong.draw;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.fugong.draw.DrawRefused.Problem;
import org.fugong.draw.recomputation.PoolInspector;
import org.fugong.draw.recomputation.Stratum;
import org.fugong.draw.recomputation.Stratum.Share;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What has to hold for a draw to be announced, so that every firm that may be drawn can be checked by whom the rule says. */
@Component
class DrawConditions {

    private static final int NAMED = 5;

    private final DrawSettings settings;
    private final RiskLevels levels;
    private final JdbcClient jdbc;

    DrawConditions(DrawSettings settings, RiskLevels levels, JdbcClient jdbc) {
        this.settings = settings;
        this.levels = levels;
        this.jdbc = jdbc;
    }

    int noticeHours() {
        return settings.noticeHours();
    }

    /** What is wrong with a rule by itself; fields of strata are named by their place, as {@code amount.1}. */
    List<Problem> ofRule(String county, DrawRule rule, Instant revealAt, Instant now) {
        var problems = new ArrayList<Problem>();
        if (levels.now(county).level() == RiskLevel.LOW) {
            problems.add(new Problem("", "draw.low-risk"));
        }
        if (rule.shares().isEmpty()) {
            problems.add(new Problem("", "draw.pool.empty"));
        }
        for (int i = 0; i < rule.shares().size(); i++) {
            var share = rule.shares().get(i);
            var field = "amount." + (i + 1);
            if (share.amount() < 1) {
                problems.add(new Problem(field, share.share() == Share.RATIO ? "draw.ratio.none" : "draw.count.none"));
            } else if (share.share() == Share.RATIO && share.amount() > Stratum.WHOLE) {
                problems.add(new Problem(field, "draw.ratio.above"));
            }
        }
        if (rule.departments().isEmpty()) {
            problems.add(new Problem("departments", "draw.departments.none"));
        }
        if (rule.tickets() < 1 || rule.tickets() > DrawRule.MOST_TICKETS) {
            problems.add(new Problem("tickets", "draw.tickets.bounds", DrawRule.MOST_TICKETS));
        }
        if (revealAt.isBefore(now.plus(Duration.ofHours(settings.noticeHours())))) {
            problems.add(new Problem("day", "draw.time.early", settings.noticeHours()));
        } else if (revealAt.isAfter(now.plus(Duration.ofDays(DrawSettings.FURTHEST)))) {
            problems.add(new Problem("day", "draw.time.late", DrawSettings.FURTHEST));
        }
        return problems;
    }

    /** What is wrong with the pool that a rule has led to; {@code others} whether there are firms in none of its strata. */
    List<Problem> ofPool(long draw, DrawRule rule, List<Stratum> strata, List<PoolInspector> inspectors, boolean others) {
        var problems = new ArrayList<Problem>();
        if (others) {
            problems.add(new Problem("", "draw.strata.changed"));
        }
        for (var stratum : strata) {
            if (stratum.firms() == 0) {
                problems.add(new Problem("amount." + stratum.key(), "draw.stratum.empty", stratum.name()));
            } else if (stratum.share() == Share.COUNT && stratum.amount() > stratum.firms()) {
                problems.add(new Problem("amount." + stratum.key(), "draw.count.above", stratum.name(), stratum.firms()));
            }
        }
        rule.departments().forEach(department -> problems.addAll(ofDepartment(draw, department,
                inspectors.stream().filter(one -> one.department().equals(department)).toList())));
        return problems;
    }

    /** Two have to be left for every firm, whichever is drawn. */
    private List<Problem> ofDepartment(long draw, String department, List<PoolInspector> able) {
        if (able.size() < DrawRule.INSPECTORS) {
            return List
                    .of(new Problem("departments", "draw.inspectors.few", "#department." + department, able.size(), DrawRule.INSPECTORS));
        }
        var recused = new HashMap<String, Integer>();
        able.forEach(one -> one.recused().forEach(firm -> recused.merge(firm, 1, Integer::sum)));
        var unstaffed = recused.entrySet().stream().filter(firm -> able.size() - firm.getValue() < DrawRule.INSPECTORS)
                .map(Map.Entry::getKey)
                .sorted().limit(NAMED).toList();
        return unstaffed.isEmpty()
                ? List.of()
                : List.of(new Problem("departments", "draw.inspectors.recused", "#department." + department, names(draw, unstaffed)));
    }

    private String names(long draw, List<String> firms) {
        return String.join("、", jdbc.sql("select name from draw_firm where draw_id = :draw and no in (:firms) order by no")
                .param("draw", draw).param("firms", firms).query(String.class).list());
    }
}
