package org.fugong.region;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The first letters of the syllables of a name in pinyin, which is how many people type a name: xingqing, xq. */
final class PinyinInitials {

    private static final int LONGEST = 6;
    private static final Pattern SYLLABLE = Pattern.compile("(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:"
            + "[ae]i?|[ao]u|ao|[aeio]n|[aeio]ng|o|er|i[ae]?|iao|iu|ia(?:n|ng)|iong|u[aoein]?|uai|ua(?:n|ng)|ue)");

    private PinyinInitials() {
    }

    /** The initials of a word of that many syllables; several where it can be divided in several ways, none where it is no pinyin. */
    static Set<String> of(String word, int syllables) {
        var found = new TreeSet<String>();
        if (word.isEmpty() || syllables == 0) {
            return word.isEmpty() && syllables == 0 ? Set.of("") : found;
        }
        for (int end = 1; end <= Math.min(LONGEST, word.length()); end++) {
            if (SYLLABLE.matcher(word.substring(0, end)).matches()) {
                of(word.substring(end), syllables - 1).forEach(rest -> found.add(word.charAt(0) + rest));
            }
        }
        return found;
    }
}
