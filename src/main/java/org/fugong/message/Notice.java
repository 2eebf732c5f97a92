package org.fugong.message;

import java.util.List;

/**
 * What a firm is to be told: about what, under which a second one is no news, as the key of a text with its arguments, and
 * the page where it is dealt with. Of the arguments a day as {@code 2020-03-22} is shown as the reader writes days, and
 * {@code #key} as the text of that key.
 */
public record Notice(long enterpriseId, String about, String key, List<String> arguments, String link) {
}
