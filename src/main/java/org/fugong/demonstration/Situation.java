package org.fugong.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fugong.account.Role;
import org.fugong.condition.Adaptation;
import org.fugong.condition.ListAdaptation;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.springframework.stereotype.Component;

/** The levels of the demonstration, three counties at MEDIUM and one at HIGH, and a county that asks less. */
@Component
@Demonstrated
class Situation {

    static final List<String> MEDIUM = List.of("640104", "640181", "640205");
    static final String HIGH = "640502";

    private final RiskLevels levels;
    private final ListAdaptation adaptation;
    private final Cast cast;
    private final Stage stage;

    Situation(RiskLevels levels, ListAdaptation adaptation, Cast cast, Stage stage) {
        this.levels = levels;
        this.adaptation = adaptation;
        this.cast = cast;
        this.stage = stage;
    }

    void arise() {
        MEDIUM.forEach(county -> set(county, RiskLevel.MEDIUM, stage.before(30, 9)));
        set(HIGH, RiskLevel.HIGH, stage.before(30, 9));
        var county = "640104";
        var masksForTwoDays = new Adaptation(null, new TreeMap<>(Map.of("C01", Map.of("days", 2.0))));
        stage.act(cast.of(Role.COUNTY_ADMIN, county), stage.before(29, 10),
                () -> adaptation.adapt(RiskLevel.MEDIUM, 0, masksForTwoDays, "辖区口罩供应稳定，储备天数放宽（演示）", null, cast.of(Role.COUNTY_ADMIN, county)));
    }

    private void set(String county, RiskLevel level, Instant at) {
        var admin = cast.actor(Cast.PROVINCE_ADMIN);
        stage.act(admin, at, () -> levels.set(county, level, at, "风险等级调整通知（演示，非真实文件）", admin));
    }
}
