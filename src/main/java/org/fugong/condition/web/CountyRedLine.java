package org.fugong.condition.web;

import java.util.List;
import java.util.Locale;
import org.fugong.condition.CountyLists;
import org.fugong.condition.ListContent;
import org.fugong.condition.web.CountyChange.Edition;
import org.fugong.region.County;
import org.springframework.stereotype.Component;

/** The differences between two editions of the list of a county, as anybody may read them. */
@Component
class CountyRedLine {

    private final CountyLists lists;
    private final RedLine redLine;

    CountyRedLine(CountyLists lists, RedLine redLine) {
        this.lists = lists;
        this.redLine = redLine;
    }

    List<RedLine.Entry> between(Edition from, Edition to, County county, Locale locale) {
        return redLine.between(content(from, county), content(to, county), locale);
    }

    /** What a change does to the conditions; nothing where it is none of a list, or the first version. */
    List<RedLine.Entry> of(CountyChange change, County county, Locale locale) {
        return change.comparable() ? between(change.from(), change.to(), county, locale) : List.of();
    }

    private ListContent content(Edition edition, County county) {
        return lists.of(edition.listId(), edition.adaptationId(), county.code()).content();
    }
}
