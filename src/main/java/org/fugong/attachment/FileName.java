package org.fugong.attachment;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** The name of a file as it is shown and downloaded: one line without folders, marks that cannot be seen, or a false ending. */
final class FileName {

    private static final int LONGEST = 100;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]", Pattern.DOTALL);
    /** Controls, marks of direction and other characters without a shape, and what a file system or a header stumbles over. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}\"<>|*?:;]+");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");

    private FileName() {
    }

    /** The name with the ending of what the file really is. */
    static String of(String typed, FileType type) {
        var stem = ENDING.matcher(line(typed)).replaceFirst("").strip();
        return (stem.isEmpty() ? "file" : cut(stem)) + "." + type.extension();
    }

    /** The name of a file that is spoken of, whatever it is; never empty. */
    static String shown(String typed) {
        var line = line(typed);
        return line.isEmpty() ? "?" : cut(line);
    }

    private static String line(String typed) {
        var plain = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFC);
        return UNSEEN.matcher(FOLDERS.matcher(plain).replaceFirst("")).replaceAll(" ").replaceAll("\\s+", " ").strip()
                .replaceFirst("^[. ]+", "");
    }

    private static String cut(String text) {
        int points = text.codePointCount(0, text.length());
        return points <= LONGEST ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }
}
