package org.fugong.rule;

import java.util.Locale;

/** What a rule says about one answer, in words and, where it compares numbers, in figures. */
public record Finding(String code, Verdict verdict, String zh, String en, Double needed, Double given, Double gap) {

    public String text(Locale locale) {
        return Bilingual.choose(locale, zh, en);
    }
}
