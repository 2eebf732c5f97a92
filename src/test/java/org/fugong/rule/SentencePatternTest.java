package org.fugong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What explanations make of a text is what pages make of it. */
class SentencePatternTest {

    private static final String[] ARGUMENTS = IntStream.range(0, 10).mapToObj(i -> "<" + i + ">").toArray(String[]::new);

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everyTextReadsAsAMessageDoes(String language) {
        var locale = Locale.forLanguageTag(language);
        var texts = ResourceBundle.getBundle("messages.rule", locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        assertThat(texts.keySet()).hasSizeGreaterThan(90)
                .allSatisfy(key -> assertThat(SentencePattern.of(texts.getString(key)).with(ARGUMENTS)).as(key)
                        .isEqualTo(new MessageFormat(texts.getString(key), locale).format(ARGUMENTS)));
    }
}
