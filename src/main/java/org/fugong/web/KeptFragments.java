package org.fugong.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.StringWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.thymeleaf.TemplateSpec;
import org.thymeleaf.context.ExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.spring6.expression.ThymeleafEvaluationContext;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;

/**
 * {@code kept:fragment="folder/file :: name (row=${row})"} draws a fragment once for each language and for equal parameters,
 * and keeps what it drew. The fragment sees its named parameters and the language and nothing else, so that what is kept
 * is what would be drawn: they have to be values or {@link Versioned}, and what changes by itself, like the
 * day, has to be one of them. A token of a form cannot be kept, for there is no request.
 */
@Component
public class KeptFragments extends AbstractProcessorDialect {

    private static final String EVALUATION = ThymeleafEvaluationContext.THYMELEAF_EVALUATION_CONTEXT_CONTEXT_VARIABLE_NAME;
    private static final int CHARACTERS = 16_000_000;
    /** After the conditions and loops of the element itself, and after its local variables. */
    private static final int PRECEDENCE = 700;

    private record Key(String template, Set<String> names, Map<String, Object> parameters, Locale locale) {
    }

    private final Cache<Key, String> kept = Caffeine.newBuilder().maximumWeight(CHARACTERS)
            .weigher((Key key, String markup) -> 500 + markup.length()).expireAfterAccess(Duration.ofMinutes(10)).build();

    KeptFragments() {
        super("kept", "kept", PRECEDENCE);
    }

    @Override
    public Set<IProcessor> getProcessors(String prefix) {
        return Set.of(new Keeping(prefix));
    }

    private final class Keeping extends AbstractAttributeTagProcessor {

        Keeping(String prefix) {
            super(TemplateMode.HTML, prefix, null, false, "fragment", true, PRECEDENCE, true);
        }

        @Override
        protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName attribute, String value,
                IElementTagStructureHandler structure) {
            var expressions = StandardExpressions.getExpressionParser(context.getConfiguration());
            var asked = FragmentExpression.createExecutedFragmentExpression(context,
                    (FragmentExpression) expressions.parseExpression(context, "~{" + value + "}"));
            var parameters = Objects.requireNonNullElse(asked.getFragmentParameters(), Map.<String, Object>of());
            var key = new Key(FragmentExpression.resolveTemplateName(asked), FragmentExpression.resolveFragments(asked),
                    each(parameters, Versioned::version), context.getLocale());
            // what an open transaction sees may never come to be
            boolean keeps = !TransactionSynchronizationManager.isActualTransactionActive();
            var markup = keeps ? kept.getIfPresent(key) : null;
            if (markup == null) {
                markup = draw(key, each(parameters, Versioned::value), context);
                if (keeps) {
                    kept.put(key, markup);
                }
            }
            structure.replaceWith(markup, false);
        }
    }

    private static Map<String, Object> each(Map<String, Object> parameters, Function<Versioned<?>, Object> part) {
        var all = new HashMap<>(parameters);
        all.replaceAll((name, value) -> value instanceof Versioned<?> versioned ? part.apply(versioned) : value);
        return all;
    }

    private static String draw(Key key, Map<String, Object> variables, ITemplateContext context) {
        // the beans, which hold no state of a page
        variables.put(EVALUATION, context.getVariable(EVALUATION));
        var markup = new StringWriter();
        var configuration = context.getConfiguration();
        configuration.getTemplateManager().parseAndProcess(new TemplateSpec(key.template(), key.names(), TemplateMode.HTML, null),
                new ExpressionContext(configuration, key.locale(), variables), markup);
        return markup.toString();
    }
}
