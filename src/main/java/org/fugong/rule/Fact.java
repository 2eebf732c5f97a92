package org.fugong.rule;

import java.util.List;
import java.util.Locale;

/** Something a filing knows about the enterprise that rules may use; a derived one is counted, not asked. */
public record Fact(String name, FactType type, String unit, String label, String labelEn, List<String> options, boolean derived) {

    public Fact {
        options = options == null ? List.of() : List.copyOf(options);
    }

    public String label(Locale locale) {
        return Bilingual.choose(locale, label, labelEn);
    }
}
