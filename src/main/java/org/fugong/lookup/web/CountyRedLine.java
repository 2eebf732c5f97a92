package org.fugong.lookup.web;

import java.util.List;
import java.util.Locale;
import org.fugong.adaptation.CountyList;
import org.fugong.adaptation.CountyLists;
import org.fugong.condition.page.RedLine;
import org.fugong.condition.page.WholeRedLine;
import org.fugong.lookup.web.CountyChange.Edition;
import org.fugong.region.County;
import org.springframework.stereotype.Component;

/** The differences between two editions of the list of a county, as anybody may read them. */
@Component
class CountyRedLine {

    private final CountyLists lists;
    private final WholeRedLine redLine;

    CountyRedLine(CountyLists lists, WholeRedLine redLine) {
        this.lists = lists;
        this.redLine = redLine;
    }

    List<RedLine.Entry> between(Edition from, Edition to, County county, Locale locale) {
        var before = list(from, county);
        var after = list(to, county);
        return redLine.between(before.basis(), before.content(), after.basis(), after.content(), locale);
    }

    /** What a change does to the list; nothing where it is none of a list, or the first version. */
    List<RedLine.Entry> of(CountyChange change, County county, Locale locale) {
        return change.comparable() ? between(change.from(), change.to(), county, locale) : List.of();
    }

    private CountyList list(Edition edition, County county) {
        return lists.of(edition.listId(), edition.adaptationId(), county.code());
    }
}
