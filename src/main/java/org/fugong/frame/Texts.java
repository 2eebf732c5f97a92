package org.fugong.frame;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.support.AbstractMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** The texts of all bundles, read once into a map for each language: a page asks for a hundred, and not each bundle for each. */
class Texts extends AbstractMessageSource {

    /** A text in the way of a locale of writing numbers and dates. */
    private record Form(String code, Locale locale) {
    }

    private final Map<String, String> chinese = new HashMap<>();
    private final Map<String, String> english = new HashMap<>();
    private final Map<Form, MessageFormat> formats = new ConcurrentHashMap<>();

    Texts(List<String> bundles) {
        bundles.forEach(bundle -> {
            read(bundle, chinese);
            read(bundle + "_en", english);
        });
    }

    /** The codes of the texts without arguments that end in the name of a field after one other word: {@code plan.phone} of phone. */
    List<String> codesOfField(String field) {
        return chinese.entrySet().stream().filter(text -> text.getKey().endsWith("." + field)
                && text.getKey().indexOf('.') == text.getKey().length() - field.length() - 1 && text.getValue().indexOf('{') < 0)
                .map(Map.Entry::getKey).toList();
    }

    @Override
    protected String resolveCodeWithoutArguments(String code, Locale locale) {
        return (locale.getLanguage().equals("en") ? english : chinese).get(code);
    }

    @Override
    protected MessageFormat resolveCode(String code, Locale locale) {
        var text = resolveCodeWithoutArguments(code, locale);
        return text == null ? null : formats.computeIfAbsent(new Form(code, locale), form -> createMessageFormat(text, locale));
    }

    private static void read(String bundle, Map<String, String> texts) {
        try {
            var file = new EncodedResource(new ClassPathResource(bundle + ".properties"), StandardCharsets.UTF_8);
            PropertiesLoaderUtils.loadProperties(file).forEach((code, text) -> texts.put(code.toString(), text.toString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
