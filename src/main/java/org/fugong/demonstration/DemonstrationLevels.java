package org.fugong.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.fugong.account.Actor;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.impact.AdaptationImpacts;
import org.fugong.publication.ListAdaptation;
import org.fugong.risk.LevelEffects;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.RiskLevels;
import org.springframework.stereotype.Component;

/** The levels of the demonstration, four counties at MEDIUM and two at HIGH, and the counties that ask less. */
@Component
@Demonstrated
class DemonstrationLevels {

    static final List<String> MEDIUM = List.of("640104", "640181", "640205");
    static final String HIGH = "640502";
    static final String NOTICE = "风险等级调整通知（演示，非真实文件）";
    /**
     * Came down to low risk two days ago, while an application was open, and rose to medium risk two days ago, while a firm ran
     * on a notice.
     */
    private static final String EASED = "640323";
    private static final String RAISED = "640324";
    /** Rose from medium to high risk two days ago, while a firm ran on the shorter list of the county. */
    private static final String TIGHTENED = "640423";

    private final RiskLevels levels;
    private final LevelEffects effects;
    private final ListAdaptation adaptation;
    private final AdaptationImpacts impacts;
    private final DemonstrationStaff cast;
    private final ActingInThePast stage;

    DemonstrationLevels(RiskLevels levels, LevelEffects effects, ListAdaptation adaptation, AdaptationImpacts impacts,
            DemonstrationStaff cast, ActingInThePast stage) {
        this.levels = levels;
        this.effects = effects;
        this.adaptation = adaptation;
        this.impacts = impacts;
        this.cast = cast;
        this.stage = stage;
    }

    void setUp() {
        MEDIUM.forEach(county -> set(county, RiskLevel.MEDIUM, stage.before(30, 9)));
        set(HIGH, RiskLevel.HIGH, stage.before(30, 9));
        set(EASED, RiskLevel.HIGH, stage.before(20, 9));
        set(EASED, RiskLevel.LOW, stage.before(2, 9));
        set(RAISED, RiskLevel.MEDIUM, stage.before(2, 9));
        adapt(cast.of(Role.COUNTY_ADMIN, "640104"), new Adaptation(null, new TreeMap<>(Map.of("C01", Map.of("days", 2.0)))),
                "辖区口罩供应稳定，储备天数放宽（演示）", stage.before(29, 10));
        set(TIGHTENED, RiskLevel.MEDIUM, stage.before(30, 9));
        adapt(cast.of(Role.COUNTY_ADMIN, TIGHTENED), new Adaptation(new TreeSet<>(Set.of("C10", "E02")), null),
                "辖区企业规模小，予以减免（演示）", stage.before(29, 10));
        set(TIGHTENED, RiskLevel.HIGH, stage.before(2, 9));
    }

    void adapt(Actor admin, Adaptation less, String reason, Instant at) {
        stage.act(admin, at, () -> impacts.foresee(adaptation.provincial(RiskLevel.MEDIUM, at, admin), less, at, admin));
        stage.act(admin, at, () -> adaptation.adapt(RiskLevel.MEDIUM, 0, less, reason, null, admin));
    }

    /** What followed from the last changes, once the firms have told what they had done before. */
    void takeEffect() {
        for (var county : List.of(EASED, RAISED, TIGHTENED)) {
            var change = levels.changes(county).getFirst();
            stage.act(change.effectiveAt(), () -> {
                while (effects.step(change.id().toString())) {
                    // the next piece
                }
                return change;
            });
        }
    }

    private void set(String county, RiskLevel level, Instant at) {
        var admin = cast.actor(DemonstrationStaff.PROVINCE_ADMIN);
        stage.act(admin, at, () -> levels.set(county, level, at, NOTICE, admin));
    }
}
