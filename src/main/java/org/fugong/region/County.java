package org.fugong.region;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

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

    /** Counties under the names of what is above them, in the order given. */
    public static Map<String, List<County>> byPrefecture(Collection<County> counties, Locale locale) {
        return counties.stream()
                .collect(Collectors.groupingBy(county -> county.prefecture(locale), LinkedHashMap::new, Collectors.toList()));
    }
}
