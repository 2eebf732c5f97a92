package org.fugong.message;

import java.util.Locale;

/** A language that somebody may be told in. */
public enum Language {
    CHINESE(Locale.SIMPLIFIED_CHINESE), ENGLISH(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The one of a reader. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("en") ? ENGLISH : CHINESE;
    }

    Locale locale() {
        return locale;
    }
}
