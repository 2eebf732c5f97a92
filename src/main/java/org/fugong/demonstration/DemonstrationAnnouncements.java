package org.fugong.demonstration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.fugong.account.Role;
import org.fugong.adaptation.Adaptation;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.PublicationRequest;
import org.fugong.impact.ListImpacts;
import org.fugong.publication.ListPublication;
import org.fugong.risk.LevelBatchReading;
import org.fugong.risk.LevelBatching;
import org.fugong.risk.RiskLevel;
import org.springframework.stereotype.Component;

/** What is announced in the demonstration: a list that leaves a county something to decide, and the levels of two counties. */
@Component
@Demonstrated
class DemonstrationAnnouncements {

    private static final String DECIDING = "640181";
    private static final List<String> RISING = List.of("640303", "640402");

    private final ListDrafting drafting;
    private final ListImpacts impacts;
    private final ListPublication publication;
    private final LevelBatching batching;
    private final DemonstrationLevels situation;
    private final DemonstrationStaff cast;
    private final ActingInThePast stage;

    DemonstrationAnnouncements(ListDrafting drafting, ListImpacts impacts, ListPublication publication, LevelBatching batching,
            DemonstrationLevels situation, DemonstrationStaff cast, ActingInThePast stage) {
        this.drafting = drafting;
        this.impacts = impacts;
        this.publication = publication;
        this.batching = batching;
        this.situation = situation;
        this.cast = cast;
        this.stage = stage;
    }

    /** Once the firms are there that it touches. */
    void announce() {
        situation.adapt(cast.of(Role.COUNTY_ADMIN, DECIDING), new Adaptation(null, new TreeMap<>(Map.of("C07", Map.of("max", 8.0)))),
                "辖区企业宿舍紧张，放宽到八人（演示）", stage.before(3, 10));
        var asked = ask(stage.before(2, 10), stage.ahead(7));
        var second = cast.actor(DemonstrationStaff.SECOND_ADMIN);
        stage.act(second, stage.before(1, 11), () -> publication.confirm(asked.id(), asked.lock(), second));
        setLevels(stage.before(1, 15), stage.ahead(3));
    }

    /** Ten to a room for everybody: the county's eight would ask more than the province. */
    private ConditionList ask(Instant at, Instant from) {
        var author = cast.actor(DemonstrationStaff.PROVINCE_ADMIN);
        return stage.act(author, at, () -> {
            var draft = drafting.start(RiskLevel.MEDIUM, author);
            draft = drafting.setParameters(draft.id(), draft.lock(), "C07", Map.of("max", 10.0), author);
            // on a busy machine one look does not come to the end, and without it nothing is published
            while (!impacts.foresee(draft.id(), author).finished()) {
                continue;
            }
            return publication.ask(draft.id(), draft.lock(), new PublicationRequest("条件清单调整通知（演示，非真实文件）", "集体宿舍每间人数放宽（演示）", from, false),
                    author);
        });
    }

    private void setLevels(Instant at, Instant from) {
        var author = cast.actor(DemonstrationStaff.PROVINCE_ADMIN);
        var lines = RISING.stream().map(county -> new LevelBatchReading.Line(RISING.indexOf(county) + 2, county, RiskLevel.MEDIUM, from,
                DemonstrationLevels.NOTICE)).toList();
        stage.act(author, at, () -> batching.confirm(batching.propose(lines, author).id(), author));
    }
}
