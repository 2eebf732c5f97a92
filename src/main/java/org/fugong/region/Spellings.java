package org.fugong.region;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Derives the ways of writing a county from the names, in Chinese and English, of the county and of what is above it. */
final class Spellings {

    /** From how many characters, and from how many letters, a beginning says enough. */
    private static final int CHARACTERS = 2;
    private static final int LETTERS = 4;

    private static final Pattern KIND = Pattern.compile("(?<=..)(?:(?:(?:满|藏|彝|苗|侗|壮|傣|白|瑶|回|黎|羌|佤|畲|水|土|怒|各|朝鲜|土家|布依|哈尼|景颇|傈僳|仡佬"
            + "|拉祜|纳西|独龙|普米|保安|东乡|撒拉|裕固|达斡尔|鄂温克|仫佬|毛南|布朗|蒙古|哈萨克|塔吉克)族|蒙古|哈萨克|柯尔克孜|维吾尔|塔吉克|锡伯)*族?自治[区州县旗]$"
            + "|(?:回|达斡尔)族区$|特别行政区$|地区$|[省市区县盟旗]$)");
    private static final Set<String> ENGLISH_KINDS = Set.of("district", "county", "city", "banner", "league", "prefecture", "province",
            "municipality", "autonomous", "region", "hui", "zhuang", "uygur");
    private static final Map<Character, String> PINYIN_KINDS = Map.of('区', "qu", '县', "xian", '市', "shi", '旗', "qi");

    private Spellings() {
    }

    /** What a division or county is called; both names are empty where there is none. */
    record Name(String chinese, String english) {

        /** Without what kind of division it is, as long as two characters are left: 西区 stays what it is. */
        String brief() {
            return KIND.matcher(chinese).replaceFirst("");
        }

        /** The English words before the kind of division; of a name that has none the first word. */
        String core() {
            var words = List.of(english.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
            int end = IntStream.range(0, words.size()).filter(at -> ENGLISH_KINDS.contains(words.get(at))).findFirst().orElse(1);
            return String.join("", words.subList(0, end));
        }

        /** The kind of division in pinyin. */
        String kind() {
            return chinese.isEmpty() ? "" : PINYIN_KINDS.getOrDefault(chinese.charAt(chinese.length() - 1), "");
        }

        Set<String> letters() {
            return english.isEmpty() ? Set.of() : given(CountyNames.plain(english), core() + kind());
        }

        /** A brief name has a syllable for each character; where there is no such reading, as of 宁东能源化工基地, at most as many. */
        Set<String> initials() {
            return IntStream.iterate(brief().length(), count -> count > 1, count -> count - 1)
                    .mapToObj(count -> PinyinInitials.of(core(), count)).filter(found -> !found.isEmpty()).findFirst().orElse(Set.of());
        }

        Set<String> initialsWithKind() {
            return initials().stream().map(found -> kind().isEmpty() ? found : found + kind().charAt(0)).collect(Collectors.toSet());
        }
    }

    static List<Spelling> of(Name province, Name prefecture, Name county) {
        var characters = new Spelling(given(province.chinese(), province.brief()), given(prefecture.chinese(), prefecture.brief()),
                given(CountyNames.plain(county.chinese())), given(county.brief()), CHARACTERS);
        if (county.english().isEmpty()) {
            return List.of(characters);
        }
        return List.of(characters,
                new Spelling(sum(province.letters(), given(province.core())), sum(prefecture.letters(), given(prefecture.core())),
                        county.letters(), given(county.core()), LETTERS),
                new Spelling(province.initials(), sum(prefecture.initials(), prefecture.initialsWithKind()), county.initialsWithKind(),
                        county.initials(), 0));
    }

    private static Set<String> given(String... names) {
        return Stream.of(names).filter(name -> !name.isEmpty()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> sum(Set<String> some, Set<String> others) {
        return Stream.concat(some.stream(), others.stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
