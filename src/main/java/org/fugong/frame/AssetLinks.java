package org.fugong.frame;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * The links of templates: the version in the link of a style or script is looked for once, and in no other link, which
 * would be searched for in every place that holds files.
 */
@Component
class AssetLinks extends StandardLinkBuilder {

    private final Map<String, String> assets = new ConcurrentHashMap<>();

    AssetLinks(SpringTemplateEngine templates) {
        templates.setLinkBuilder(this);
    }

    @Override
    protected String processLink(IExpressionContext context, String link) {
        if (!link.startsWith("/assets/") && !link.startsWith("/webjars/")) {
            return link;
        }
        return assets.computeIfAbsent(link, asset -> super.processLink(context, asset));
    }
}
