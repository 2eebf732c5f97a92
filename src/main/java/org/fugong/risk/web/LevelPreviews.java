package org.fugong.risk.web;

import java.time.Instant;
import java.util.List;
import org.fugong.risk.LevelForesight;
import org.fugong.risk.RiskLevel;
import org.fugong.risk.Touched;
import org.springframework.stereotype.Component;

/** What a change of level would touch, as it is shown before it is confirmed: how many, and the first by name. */
@Component
class LevelPreviews {

    private static final int SHOWN = 20;

    private final LevelForesight foresight;

    LevelPreviews(LevelForesight foresight) {
        this.foresight = foresight;
    }

    /** One effect: how many it would touch, and the first of them. */
    record Preview(String effect, int count, List<Touched> first) {
    }

    List<Preview> of(String county, RiskLevel level, Instant at) {
        var shift = foresight.shift(county, level, at);
        return foresight.of(shift).stream().map(effect -> new Preview(effect.effect(), effect.count(),
                effect.count() == 0 ? List.of() : foresight.touched(shift, effect.effect(), 0, SHOWN))).toList();
    }
}
