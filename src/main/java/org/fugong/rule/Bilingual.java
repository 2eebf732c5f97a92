package org.fugong.rule;

import java.util.List;
import java.util.Locale;

/** Texts that are kept in both languages; one without English is shown in Chinese rather than not at all. */
public final class Bilingual {

    private Bilingual() {
    }

    static boolean english(Locale locale) {
        return "en".equals(locale.getLanguage());
    }

    public static String choose(Locale locale, String zh, String en) {
        return english(locale) && en != null && !en.isBlank() ? en : zh;
    }

    public static List<String> choose(Locale locale, List<String> zh, List<String> en) {
        return english(locale) && en.size() == zh.size() ? en : zh;
    }
}
