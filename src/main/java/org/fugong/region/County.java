package org.fugong.region;

import java.util.Locale;

/**
 * A county-level unit (GB/T 2260); {@code local} marks one without a national code, such as 宁东, which has a
 * pseudo-code of this portal. {@code prefecture} is the unit above it, the province where there is none between.
 */
public record County(String code, String name, String nameEn, String prefecture, String prefectureEn,
        String province, boolean local) {

    public String name(Locale locale) {
        return locale.getLanguage().equals("en") && !nameEn.isEmpty() ? nameEn : name;
    }

    public String prefecture(Locale locale) {
        return locale.getLanguage().equals("en") && !prefectureEn.isEmpty() ? prefectureEn : prefecture;
    }
}
