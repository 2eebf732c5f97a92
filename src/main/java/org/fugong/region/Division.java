package org.fugong.region;

import java.util.Locale;

/** A province or prefecture of GB/T 2260; {@code parent} is {@code null} for a province. */
public record Division(String code, String name, String nameEn, Level level, String parent) {

    /** How high a division stands. */
    public enum Level {
        PROVINCE, PREFECTURE
    }

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") && !nameEn.isEmpty() ? nameEn : name;
    }
}
