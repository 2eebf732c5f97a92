package org.fugong.application.web;

import java.time.LocalDate;
import org.fugong.adaptation.CountyList;
import org.fugong.application.CorrectionTarget;
import org.fugong.enterprise.PhoneTexts;
import org.fugong.filing.Applicability;
import org.fugong.filing.Filing;
import org.fugong.web.Dates;
import org.fugong.web.Words;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts into the reader's words what a correction is pinned to, and what the filing says there. */
@Component
class CorrectionTexts {

    private final Applicability applicability;
    private final PhoneTexts phones;
    private final Dates dates;
    private final Words words;

    CorrectionTexts(Applicability applicability, PhoneTexts phones, Dates dates, Words words) {
        this.applicability = applicability;
        this.phones = phones;
        this.dates = dates;
        this.words = words;
    }

    /** What an item or a field is called. */
    public String title(CorrectionTarget target) {
        var title = target.title(LocaleContextHolder.getLocale());
        return title == null ? words.of(target.name()) : title;
    }

    /** The text of a field, as a round keeps it, as the pages of the filing show it. */
    public String shown(Filing filing, CorrectionTarget target, String kept) {
        if (kept.isEmpty()) {
            return words.of("answer.none");
        }
        return switch (target.type()) {
            case YES_NO -> words.of("true".equals(kept) ? "answer.yes" : "answer.no");
            case DATE -> dates.day(LocalDate.parse(kept));
            case PHONE -> phones.shown(kept);
            case WHOLE, NUMBER -> amount(applicability.listOf(filing), target, kept);
            case TEXT, CHOICE, NONE -> kept;
        };
    }

    private static String amount(CountyList list, CorrectionTarget target, String kept) {
        var unit = target.item() != null ? target.item().unit() : target.fact() != null ? target.fact().unit() : "person";
        return list.amount(Double.parseDouble(kept), unit, LocaleContextHolder.getLocale());
    }
}
