package org.fugong.rule;

import java.util.List;
import java.util.regex.Pattern;

/** A text with places for its arguments, taken apart once: explanations are made of a hundred of them, each time. */
record SentencePattern(List<String> texts, int[] places) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    static SentencePattern of(String text) {
        var places = PLACE.matcher(text).results().mapToInt(found -> Integer.parseInt(found.group(1))).toArray();
        return new SentencePattern(List.of(PLACE.split(text, -1)), places);
    }

    String with(String... arguments) {
        if (places.length == 0) {
            return texts.getFirst();
        }
        var sentence = new StringBuilder(64);
        for (int i = 0; i < places.length; i++) {
            sentence.append(texts.get(i)).append(arguments[places[i]]);
        }
        return sentence.append(texts.getLast()).toString();
    }
}
