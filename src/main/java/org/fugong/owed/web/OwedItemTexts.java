package org.fugong.owed.web;

import java.util.Locale;
import org.fugong.adaptation.CountyLists;
import org.fugong.web.Dates;
import org.fugong.web.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what an owed item is and until when it is owed; in templates {@code @owedItemTexts}. */
@Component
class OwedItemTexts {

    private final CountyLists lists;
    private final Dates dates;
    private final Words words;

    OwedItemTexts(CountyLists lists, Dates dates, Words words) {
        this.lists = lists;
        this.dates = dates;
        this.words = words;
    }

    /** The code and title of an item, as the list of its filing has it. */
    public String item(OwedQueue.Row row) {
        return row.code() + " " + lists.of(row.listId(), row.adaptationId(), row.county()).item(row.code()).title(locale());
    }

    /** Until when it is owed, or when it was supplied. */
    public String day(OwedQueue.Row row) {
        return switch (row.state()) {
            case SUPPLIED -> words.of("owed.supplied-on", dates.day(row.suppliedOn()));
            case ADVICE -> words.of("owed.advice");
            case WAITING, OPEN, VOID -> row.dueOn() != null
                    ? words.of("owed.by", dates.day(row.dueOn()))
                    : row.afterEpidemic() != null ? words.of("owed.after-epidemic", row.afterEpidemic()) : words.of("owed.undated");
        };
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
