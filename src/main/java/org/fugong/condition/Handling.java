package org.fugong.condition;

import java.util.Locale;
import org.fugong.rule.Bilingual;

/** How a condition is handled: by which steps 流程, with which papers 材料, and in what time 时限; null where nothing is noted. */
public record Handling(String process, String processEn, String materials, String materialsEn, String time, String timeEn) {

    public static final Handling NONE = new Handling(null, null, null, null, null, null);

    public boolean noted() {
        return !equals(NONE);
    }

    public String process(Locale locale) {
        return Bilingual.choose(locale, process, processEn);
    }

    public String materials(Locale locale) {
        return Bilingual.choose(locale, materials, materialsEn);
    }

    public String time(Locale locale) {
        return Bilingual.choose(locale, time, timeEn);
    }
}
