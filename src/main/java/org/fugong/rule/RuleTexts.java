package org.fugong.rule;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The sentences of explanations in one language, and the words for what is known of a firm by a code. */
public record RuleTexts(Locale locale, Map<String, SentencePattern> sentences, ResourceBundle codes, DateTimeFormatter dates) {

    static final RuleTexts CHINESE = in(Locale.SIMPLIFIED_CHINESE);
    static final RuleTexts ENGLISH = in(Locale.ENGLISH);

    public static RuleTexts of(Locale locale) {
        return Bilingual.english(locale) ? ENGLISH : CHINESE;
    }

    private static RuleTexts in(Locale locale) {
        var texts = texts("messages.rule", locale);
        var sentences = texts.keySet().stream().collect(Collectors.toMap(key -> key, key -> SentencePattern.of(texts.getString(key))));
        return new RuleTexts(locale, sentences, texts("messages.enterprise", locale),
                DateTimeFormatter.ofPattern(texts.getString("rule.date"), locale));
    }

    private static ResourceBundle texts(String file, Locale locale) {
        return ResourceBundle.getBundle(file, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, String... arguments) {
        return sentences.get(key).with(arguments);
    }

    /** What an option of a fact is called: of {@code size}, {@code SMALL} has words; an option without is its own. */
    String option(Fact fact, String option) {
        var key = fact.name().replace('_', '-') + "." + option;
        return codes.containsKey(key) ? codes.getString(key) : option;
    }

    String quoted(List<String> labels) {
        return labels.stream().map(label -> say("rule.quote", label)).reduce((a, b) -> say("rule.list", a, b)).orElse("");
    }

    String date(LocalDate day) {
        return day.format(dates);
    }

    /** A label that is a question needs no colon before its answer. */
    String labelled(String label, String value) {
        return label.endsWith("?") ? label + " " + value : say("rule.of", label, value);
    }

    String anyOf(List<String> choices) {
        return choices.stream().reduce((a, b) -> say("rule.or", a, b)).orElse("");
    }

    /** A label within a sentence starts small, unless it starts with an abbreviation. */
    String inline(String label) {
        return startsWithWord(label) ? Character.toLowerCase(label.charAt(0)) + label.substring(1) : label;
    }

    String capitalized(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private static boolean startsWithWord(String label) {
        return label.length() > 1 && Character.isUpperCase(label.charAt(0)) && Character.isLowerCase(label.charAt(1));
    }
}
