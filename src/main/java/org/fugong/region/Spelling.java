package org.fugong.region;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way of writing a county, in characters, in pinyin or English, or in initials: how the province, the prefecture and the
 * county itself may be called, all in the plain form of {@link CountyNames}. {@code shortest} is the length from which a
 * beginning of the name is understood; 0 where it is not.
 */
record Spelling(Set<String> province, Set<String> prefecture, Set<String> full, Set<String> brief, int shortest) {

    /** How near a text comes to a name, the nearest first. */
    enum Nearness {
        FULL, BRIEF, DIVISION, BEGINNING, BOTH_ENDS, NONE;

        boolean exact() {
            return compareTo(DIVISION) <= 0;
        }
    }

    Nearness of(String text) {
        return rests(text).map(this::ofName).min(Enum::compareTo).orElse(Nearness.NONE);
    }

    /** What may stand before the name of the county. */
    Stream<String> divisions() {
        return with(province).flatMap(province -> with(prefecture).map(prefecture -> province + prefecture))
                .filter(divisions -> !divisions.isEmpty());
    }

    /** Whether a text is the beginning of the whole name, or somewhere in the name of the county or of its prefecture. */
    boolean holds(String text) {
        return full.stream().anyMatch(name -> name.startsWith(text) || divisions().anyMatch(above -> (above + name).startsWith(text)))
                || shortest > 0 && Stream.of(prefecture, full).flatMap(Collection::stream).anyMatch(name -> name.contains(text));
    }

    private static Stream<String> with(Set<String> names) {
        return Stream.concat(Stream.of(""), names.stream());
    }

    /** The text, and what is left of it without the divisions that stand before it or, as in English, behind. */
    private Stream<String> rests(String text) {
        var rests = new LinkedHashSet<>(List.of(text));
        for (var names : List.of(province, prefecture)) {
            for (var rest : List.copyOf(rests)) {
                for (var name : names) {
                    if (rest.startsWith(name)) {
                        rests.add(rest.substring(name.length()));
                    }
                    if (rest.endsWith(name)) {
                        rests.add(rest.substring(0, rest.length() - name.length()));
                    }
                }
            }
        }
        return rests.stream();
    }

    private Nearness ofName(String text) {
        if (text.isEmpty()) {
            return Nearness.DIVISION;
        }
        if (full.contains(text)) {
            return Nearness.FULL;
        }
        if (brief.contains(text)) {
            // two letters are of a prefecture as likely as of a county
            return shortest == 0 ? Nearness.DIVISION : Nearness.BRIEF;
        }
        if (shortest == 0 || text.length() < shortest) {
            return Nearness.NONE;
        }
        return full.stream().anyMatch(name -> name.startsWith(text))
                ? Nearness.BEGINNING
                : full.stream().anyMatch(name -> isCut(name, text)) ? Nearness.BOTH_ENDS : Nearness.NONE;
    }

    /** Whether something was left out in the middle: 宁东基地 of 宁东能源化工基地. */
    private boolean isCut(String name, String text) {
        for (int at = shortest; at <= text.length() - shortest; at++) {
            if (text.length() < name.length() && name.startsWith(text.substring(0, at)) && name.endsWith(text.substring(at))) {
                return true;
            }
        }
        return false;
    }
}
