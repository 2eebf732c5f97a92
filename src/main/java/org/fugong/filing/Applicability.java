package org.fugong.filing;

import java.time.Clock;
import java.time.Instant;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.enterprise.Site;
import org.fugong.region.County;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevels;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;

/** Finds out what applies to a site: it follows from the level of its county and nobody types it. */
@Component
public class Applicability {

    private final RiskLevels levels;
    private final CountyLists lists;
    private final Regions regions;
    private final Clock clock;

    Applicability(RiskLevels levels, CountyLists lists, Regions regions, Clock clock) {
        this.levels = levels;
        this.lists = lists;
        this.regions = regions;
        this.clock = clock;
    }

    public Applicable now(Site site) {
        return at(site, clock.instant());
    }

    /** {@link NotFound} for a county that this installation has no levels or no lists for. */
    public Applicable at(Site site, Instant when) {
        var level = levels.at(site.county(), when);
        var province = regions.county(site.county()).map(County::province).orElseThrow(NotFound::new);
        return new Applicable(new Location(site.enterpriseId(), site.id(), site.county(), province), level,
                lists.inForce(site.county(), level.level(), when));
    }

    /** The list that a filing was submitted under, or that a draft was begun under. */
    public CountyList listOf(Filing filing) {
        return lists.of(filing.basis().listId(), filing.basis().adaptationId(), filing.county());
    }
}
