package org.fugong.lookup.web;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.fugong.lookup.web.CountyChange.Edition;
import org.fugong.lookup.web.CountyChange.Kind;
import org.fugong.region.County;
import org.fugong.risk.RiskLevel;
import org.springframework.stereotype.Component;

/** The editions of a county's list for a level: each version of the province, alone and with each revision of the county it met. */
@Component
class CountyEditions {

    private final CountyChanges changes;

    CountyEditions(CountyChanges changes) {
        this.changes = changes;
    }

    /** An edition and the change that brought it. */
    record EditionWithChange(Edition edition, CountyChange by) {
    }

    /** All of them by label, the first in front. */
    Map<String, EditionWithChange> of(County county, RiskLevel level, Instant known) {
        var editions = new LinkedHashMap<String, EditionWithChange>();
        var revisions = changes.of(Kind.ADAPTATION, county, known).stream().filter(change -> change.level() == level && change.to() != null)
                .toList();
        changes.of(Kind.LIST, county, known).stream().filter(change -> change.level() == level).forEach(list -> {
            put(list.to(), list, editions);
            // the revision that the version found in force is carried over to it
            revisions.stream().filter(revision -> !revision.effectiveAt().isAfter(list.effectiveAt())).reduce((first, last) -> last)
                    .ifPresent(revision -> put(list.to().with(revision.to()), list, editions));
            revisions.stream().filter(revision -> revision.to().listId() == list.id())
                    .forEach(revision -> put(revision.to(), revision, editions));
        });
        return editions;
    }

    private static void put(Edition edition, CountyChange by, Map<String, EditionWithChange> editions) {
        editions.putIfAbsent(edition.label(), new EditionWithChange(edition, by));
    }
}
