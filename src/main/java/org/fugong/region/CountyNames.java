package org.fugong.region;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Reads which county somebody means: by its name or short name, with or without the prefecture and the province, in
 * characters, pinyin, English or the initials of pinyin, or by its code of 6, 9 or 12 digits. In templates {@code @countyNames}.
 */
@Component
public class CountyNames {

    private static final int LONGEST = 80;
    /** A code of the Bureau of Statistics; beyond six digits zeros, because others are of a town. */
    private static final Pattern CODE = Pattern.compile("(\\d{6})(?:000|000000)?(\\D.*)?");
    private static final Pattern DIGITS = Pattern.compile("\\d+");

    private final Regions regions;
    private final Map<String, List<Spelling>> spellings;

    CountyNames(Regions regions) {
        this.regions = regions;
        this.spellings = regions.all().stream().collect(Collectors.toMap(County::code, this::spellings));
    }

    /**
     * The counties that a text may mean, of those that are asked about: one where it is clear, several where it is not, as of the
     * name of a prefecture or of a code and a name that disagree, none where it means none of them.
     */
    public List<County> meant(String text, Collection<County> among) {
        var plain = plain(text);
        var code = CODE.matcher(plain);
        if (!code.matches()) {
            return named(plain, among, nearness -> nearness != Spelling.Nearness.NONE);
        }
        var coded = among.stream().filter(county -> county.code().equals(code.group(1))).toList();
        if (code.group(2) == null || coded.isEmpty()) {
            return coded;
        }
        var named = named(code.group(2), among, nearness -> nearness != Spelling.Nearness.NONE);
        return named.isEmpty() || named.equals(coded) ? named : Stream.concat(coded.stream(), named.stream()).distinct().toList();
    }

    /** The counties of this installation that a text may mean while it is still being typed; all of them before anything is. */
    public List<County> found(String text) {
        var plain = plain(text);
        if (plain.isEmpty()) {
            return regions.served();
        }
        var exact = CODE.matcher(plain).matches()
                ? meant(text, regions.served())
                : named(plain, regions.served(), Spelling.Nearness::exact);
        if (!exact.isEmpty()) {
            return exact;
        }
        var begun = regions.served().stream().filter(county -> holds(county, plain)).toList();
        return begun.isEmpty() ? meant(text, regions.served()) : begun;
    }

    /** What a script compares with what is typed: the names of a county, one of which the typed text begins. */
    public String words(County county) {
        return Stream.concat(spellings.get(county.code()).stream().flatMap(spelling -> spelling.full().stream()),
                Stream.of(county.code() + "000000")).collect(Collectors.joining(" "));
    }

    /** The same of what is above a county, and may be typed before its name. */
    public String wordsAbove(County county) {
        return spellings.get(county.code()).stream().flatMap(Spelling::divisions).collect(Collectors.joining(" "));
    }

    private List<Spelling> spellings(County county) {
        var province = name(county.province());
        var above = new Spellings.Name(county.prefecture(), county.prefectureEn());
        return Spellings.of(province, above.equals(province) ? new Spellings.Name("", "") : above,
                new Spellings.Name(county.name(), county.nameEn()));
    }

    private Spellings.Name name(String division) {
        return new Spellings.Name(regions.name(division, Locale.CHINESE).orElseThrow(),
                regions.name(division, Locale.ENGLISH).orElseThrow());
    }

    private boolean holds(County county, String plain) {
        return DIGITS.matcher(plain).matches()
                ? county.code().startsWith(plain)
                : spellings.get(county.code()).stream().anyMatch(spelling -> spelling.holds(plain));
    }

    /** Of all that are near enough, the nearest. */
    private List<County> named(String plain, Collection<County> among, Predicate<Spelling.Nearness> enough) {
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return List.of();
        }
        var near = among.stream().collect(Collectors.groupingBy(county -> spellings.get(county.code()).stream()
                .map(spelling -> spelling.of(plain)).min(Enum::compareTo).orElse(Spelling.Nearness.NONE)));
        return near.keySet().stream().filter(enough).min(Enum::compareTo).map(near::get).orElse(List.of());
    }

    /** Letters and digits only, half-width and small: how a name is set apart from others does not matter. */
    static String plain(String text) {
        return text == null
                ? ""
                : Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
    }
}
