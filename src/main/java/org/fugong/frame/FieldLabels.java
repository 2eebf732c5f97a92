package org.fugong.frame;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.account.FieldNames;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedRuntimeException;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What the fields of a form are called, for a page that shows what was typed into a form which it did not make. */
@Component
class FieldLabels {

    private static final Logger log = LoggerFactory.getLogger(FieldLabels.class);

    /** Conditions are known by their codes, on every page and on paper; a field may be a part of one. */
    private static final Pattern CODE = Pattern.compile("(?:\\w+\\.)?([A-Z]\\d{2})(?:\\.\\w+)?");

    private final Texts texts;
    private final List<FieldNames> names;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;

    FieldLabels(MessageSource texts, List<FieldNames> names,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.texts = (Texts) texts;
        this.names = names;
        this.handlers = handlers;
    }

    /**
     * The label of a field of the form that was sent to an address: as the module names it whose form it is, or the text of the form
     * that the address takes or names. Empty where none of these is known and several forms have such a field: a label of
     * another form would mislead.
     */
    Optional<String> label(Actor actor, String path, String field, Locale locale) {
        var asked = field.replaceFirst("-owed$", "");
        var code = CODE.matcher(asked);
        return named(actor, path, asked, locale)
                .or(() -> code.matches() ? Optional.of(code.group(1)) : text(path, asked.replaceFirst(".*\\.", ""), locale));
    }

    /** The page of errors is shown also where the database cannot be asked for a name. */
    private Optional<String> named(Actor actor, String path, String field, Locale locale) {
        try {
            return names.stream().flatMap(module -> module.label(actor, path, field, locale).stream()).findFirst();
        } catch (NestedRuntimeException e) {
            log.warn("No name of a field: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<String> text(String path, String name, Locale locale) {
        var codes = texts.codesOfField(name);
        var parts = Arrays.asList(path.split("/"));
        return one(codes, taken(path), name, locale).or(() -> named(codes, parts, name, locale))
                .or(() -> one(codes, null, name, locale));
    }

    /** The label that some forms have for a field, where they have but one; all forms where none are given. */
    private Optional<String> one(Collection<String> codes, Set<String> forms, String name, Locale locale) {
        var labels = codes.stream().filter(code -> forms == null || forms.contains(form(code, name)))
                .map(code -> texts.getMessage(code, null, locale)).distinct().toList();
        return labels.size() == 1 ? Optional.of(labels.getFirst()) : Optional.empty();
    }

    /** Of the forms whose name is a part of the address, in the singular or the plural, that which stands last. */
    private Optional<String> named(Collection<String> codes, List<String> parts, String name, Locale locale) {
        return codes.stream().filter(code -> named(parts, form(code, name)) >= 0)
                .max((one, other) -> Integer.compare(named(parts, form(one, name)), named(parts, form(other, name))))
                .map(code -> texts.getMessage(code, null, locale));
    }

    private static int named(List<String> parts, String form) {
        return Math.max(parts.lastIndexOf(form), parts.lastIndexOf(form + "s"));
    }

    private static String form(String code, String name) {
        return code.substring(0, code.length() - name.length() - 1);
    }

    /** The names of the forms that what answers at an address takes. */
    private Set<String> taken(String path) {
        var address = PathContainer.parsePath(path);
        return handlers.getObject().getHandlerMethods().entrySet().stream()
                .filter(route -> takes(route.getKey(), address))
                .flatMap(route -> forms(route.getValue())).collect(Collectors.toSet());
    }

    private static boolean takes(RequestMappingInfo route, PathContainer address) {
        return route.getMethodsCondition().getMethods().contains(RequestMethod.POST) && route.getPathPatternsCondition() != null
                && route.getPathPatternsCondition().getPatterns().stream().anyMatch(pattern -> pattern.matches(address));
    }

    private static Stream<String> forms(HandlerMethod handler) {
        return Stream.of(handler.getMethodParameters()).map(parameter -> parameter.getParameterAnnotation(ModelAttribute.class))
                .filter(form -> form != null).map(ModelAttribute::value);
    }
}
