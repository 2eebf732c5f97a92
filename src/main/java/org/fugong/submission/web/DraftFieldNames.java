package org.fugong.submission.web;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.FieldNames;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ListContent;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.submission.Drafts;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;

/**
 * The facts and conditions of a draft by their titles in the list that applies to it; where the draft is gone, or another
 * account's, by those of the lists in force, which anybody may read.
 */
@Component
class DraftFieldNames implements FieldNames {

    private static final Pattern FORM = Pattern.compile("/my/drafts/(\\d{1,18})/(facts|conditions/.*|commitment)");

    private final Drafts drafts;
    private final ConditionLists lists;
    private final Regions regions;
    private final Clock clock;

    DraftFieldNames(Drafts drafts, ConditionLists lists, Regions regions, Clock clock) {
        this.drafts = drafts;
        this.lists = lists;
        this.regions = regions;
        this.clock = clock;
    }

    @Override
    public Optional<String> label(Actor actor, String path, String field, Locale locale) {
        var form = FORM.matcher(path);
        if (!form.matches()) {
            return Optional.empty();
        }
        var facts = form.group(2).equals("facts");
        return Stream.concat(own(actor, Long.parseLong(form.group(1))), inForce())
                .flatMap(list -> (facts ? fact(list, field, locale) : condition(list, field, locale)).stream()).findFirst();
    }

    private static Optional<String> fact(ListContent list, String name, Locale locale) {
        return list.facts().stream().filter(fact -> fact.name().equals(name)).findFirst().map(fact -> fact.label(locale));
    }

    private static Optional<String> condition(ListContent list, String code, Locale locale) {
        return list.item(code).map(item -> item.code() + " " + item.title(locale));
    }

    private Stream<ListContent> own(Actor actor, long id) {
        try {
            return actor == null ? Stream.empty() : Stream.of(drafts.of(actor, id).applicable().list().content());
        } catch (NotFound | Drafts.Submitted none) {
            return Stream.empty();
        }
    }

    private Stream<ListContent> inForce() {
        return regions.provinces().stream().flatMap(province -> Stream.of(RiskLevel.values())
                .flatMap(level -> lists.inForce(province.code(), level, clock.instant()).stream()))
                .flatMap(list -> lists.findById(list).stream()).map(ConditionList::content);
    }
}
