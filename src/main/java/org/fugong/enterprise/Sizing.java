package org.fugong.enterprise;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A size class together with what it follows from: the sector's measures, what was given, and the bounds. */
public record Sizing(Sector sector, Map<Measure, BigDecimal> given) {

    /** What sizes are measured by; money in 10,000 CNY. */
    public enum Measure {
        STAFF, REVENUE, ASSETS
    }

    /** The lower bounds of one measure in one sector. */
    public record Bounds(Measure measure, BigDecimal large, BigDecimal medium, BigDecimal small) {

        public BigDecimal from(SizeClass size) {
            return switch (size) {
                case LARGE -> large;
                case MEDIUM -> medium;
                case SMALL -> small;
                case MICRO -> BigDecimal.ZERO;
            };
        }
    }

    /** Industries that are measured alike. */
    public record Sector(String name, String nameEn, List<Bounds> measures) {

        public String name(Locale locale) {
            return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? nameEn : name;
        }

        Sector and(Bounds more) {
            return new Sector(name, nameEn, Stream.concat(measures.stream(), Stream.of(more)).toList());
        }
    }

    public Sizing {
        given = Map.copyOf(given);
    }

    static Sizing of(Sector sector, Integer staff, BigDecimal revenue, BigDecimal assets) {
        var given = new EnumMap<Measure, BigDecimal>(Measure.class);
        Optional.ofNullable(staff).map(BigDecimal::valueOf).ifPresent(value -> given.put(Measure.STAFF, value));
        Optional.ofNullable(revenue).ifPresent(value -> given.put(Measure.REVENUE, value));
        Optional.ofNullable(assets).ifPresent(value -> given.put(Measure.ASSETS, value));
        return new Sizing(sector, given);
    }

    public List<Bounds> measures() {
        return sector.measures();
    }

    /** The measures that the sector is judged by and that were not given. */
    public List<Measure> missing() {
        return measures().stream().map(Bounds::measure).filter(measure -> !given.containsKey(measure)).toList();
    }

    /** The highest class whose bounds all measures reach; unknown while one of them is missing. */
    public Optional<SizeClass> size() {
        if (!missing().isEmpty()) {
            return Optional.empty();
        }
        for (var size : SizeClass.values()) {
            if (measures().stream().allMatch(bounds -> reaches(bounds, size))) {
                return Optional.of(size);
            }
        }
        return Optional.of(SizeClass.MICRO);
    }

    public boolean reaches(Bounds bounds, SizeClass size) {
        return given.get(bounds.measure()).compareTo(bounds.from(size)) >= 0;
    }
}
