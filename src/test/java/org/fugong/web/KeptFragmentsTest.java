package org.fugong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;
import org.thymeleaf.templateresource.ITemplateResource;
import org.thymeleaf.templateresource.StringTemplateResource;

class KeptFragmentsTest {

    private static final String PAGE = "<p kept:fragment=\"parts :: row (row=${row})\"></p>";
    private static final String PARTS = "<b th:fragment=\"row(row)\" th:text=\"${row.text + (aside ?: '')}\"></b>";

    private final SpringTemplateEngine engine = new SpringTemplateEngine();
    private final AtomicInteger drawn = new AtomicInteger();

    KeptFragmentsTest() {
        engine.setTemplateResolver(new StringTemplateResolver() {
            @Override
            protected ITemplateResource computeTemplateResource(IEngineConfiguration configuration, String owner, String template,
                    Map<String, Object> attributes) {
                return new StringTemplateResource(template.equals("parts") ? PARTS : template);
            }
        });
        engine.addDialect(new KeptFragments());
    }

    /** A row that counts how often it is drawn. */
    public record Row(String words, AtomicInteger drawn) {
        public String text() {
            drawn.incrementAndGet();
            return words;
        }
    }

    @Test
    void equalParametersAreDrawnOnce() {
        assertThat(page(new Row("a", drawn), Locale.ENGLISH)).isEqualTo("<b>a</b>");
        assertThat(page(new Row("a", drawn), Locale.ENGLISH)).isEqualTo("<b>a</b>");
        assertThat(drawn).hasValue(1);
        assertThat(page(new Row("b", drawn), Locale.ENGLISH)).isEqualTo("<b>b</b>");
    }

    @Test
    void eachLanguageIsDrawn() {
        page(new Row("a", drawn), Locale.ENGLISH);
        page(new Row("a", drawn), Locale.SIMPLIFIED_CHINESE);
        assertThat(drawn).hasValue(2);
    }

    @Test
    void aVersionStandsForWhatWasReadFromIt() {
        page(new Versioned<>(List.of(7L, 1), () -> new Row("a", drawn)), Locale.ENGLISH);
        assertThat(page(new Versioned<>(List.of(7L, 1), () -> new Row("b", drawn)), Locale.ENGLISH)).isEqualTo("<b>a</b>");
        assertThat(page(new Versioned<>(List.of(7L, 2), () -> new Row("b", drawn)), Locale.ENGLISH)).isEqualTo("<b>b</b>");
    }

    @Test
    void whatIsDrawnIsEscapedAndSeesItsParametersOnly() {
        assertThat(page(new Row("<i>", drawn), Locale.ENGLISH)).isEqualTo("<b>&lt;i&gt;</b>");
    }

    private String page(Object row, Locale locale) {
        return engine.process(PAGE, new Context(locale, Map.of("row", row, "aside", "not a parameter")));
    }
}
