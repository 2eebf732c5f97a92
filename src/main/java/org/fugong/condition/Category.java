package org.fugong.condition;

import java.util.Locale;
import org.fugong.rule.Bilingual;

/** A heading under which conditions stand. */
public record Category(String code, String title, String titleEn) {

    public String title(Locale locale) {
        return Bilingual.choose(locale, title, titleEn);
    }
}
