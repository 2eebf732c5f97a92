package org.fugong.draw;

import java.util.Locale;
import org.fugong.enterprise.Industries;
import org.fugong.region.Regions;
import org.fugong.region.Township;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What strata and scopes are called; in templates {@code @stratumNames}. */
@Component("stratumNames")
public class StratumNames {

    private final Industries industries;
    private final Regions regions;
    private final MessageSource messages;

    StratumNames(Industries industries, Regions regions, MessageSource messages) {
        this.industries = industries;
        this.regions = regions;
        this.messages = messages;
    }

    /** The name of a stratum by its value. */
    public String of(Stratification by, String value, String county, Locale locale) {
        if (by == Stratification.NONE) {
            return messages.getMessage("draw.stratum.all", null, locale);
        }
        return value.isEmpty() ? messages.getMessage("draw.stratum.unknown", null, locale) : switch (by) {
            case SIZE -> of("size", value, county, locale);
            case INDUSTRY -> of("industry", value, county, locale);
            case TOWNSHIP -> of("township", value, county, locale);
            case KIND -> of("kind", value, county, locale);
            default -> of("keyClass", value, county, locale);
        };
    }

    /** The value of what narrows a scope, by its name in {@link PoolScope#used()}. */
    public String of(String what, String value, String county, Locale locale) {
        return switch (what) {
            case "size" -> messages.getMessage("size." + value, null, value, locale);
            case "kind" -> messages.getMessage("kind." + value, null, value, locale);
            case "keyClass" -> messages.getMessage("key-class." + value, null, value, locale);
            case "industry" -> industries.division(value).or(() -> industries.sections().stream()
                    .filter(section -> section.code().equals(value)).findFirst()).map(industry -> industry.name(locale)).orElse(value);
            case "township" -> regions.townshipsOf(county).stream().filter(one -> one.code().equals(value)).map(Township::name).findFirst()
                    .orElse(value);
            default -> value;
        };
    }
}
