package org.fugong.impact;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.fugong.adaptation.Adaptation;
import org.fugong.adaptation.CountyAdaptation;
import org.fugong.adaptation.CountyAdaptations;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.rule.Rules;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The two lists that an impact lies between: what a county had before, and what it has, or would have, after. */
@Component
class ImpactSides {

    private final Cache<String, Rules> compiled = Caffeine.newBuilder().maximumSize(20).build();
    private final ConditionLists lists;
    private final CountyAdaptations adaptations;
    private final JsonMapper json;

    ImpactSides(ConditionLists lists, CountyAdaptations adaptations, JsonMapper json) {
        this.lists = lists;
        this.adaptations = adaptations;
        this.json = json.rebuild().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();
    }

    record Sides(CountyList before, CountyList after) {
    }

    /** The same for the same content, however often it is loaded. */
    String fingerprint(Object content) {
        return DigestUtils.md5DigestAsHex(json.writeValueAsString(content).getBytes(StandardCharsets.UTF_8));
    }

    Sides in(String county, Impact impact) {
        var list = lists.findById(impact.listId()).orElseThrow(NotFound::new);
        if (impact.county() != null) {
            var rules = rules(list);
            return new Sides(new CountyList(list, before(impact), rules), new CountyList(list, impact.adaptation(), rules));
        }
        var eased = adaptation(county, list, impact.askedAt());
        var predecessor = predecessor(list);
        return new Sides(new CountyList(predecessor, eased, rules(predecessor)), new CountyList(list, eased, rules(list)));
    }

    /** The published version that a list follows, or, for the first one, itself. */
    private ConditionList predecessor(ConditionList list) {
        return lists.findByProvinceAndLevelOrderByVersionDesc(list.province(), list.level()).stream()
                .filter(other -> !other.draft() && other.version() < list.version()).findFirst().orElse(list);
    }

    /** What a county asks less of when the list takes effect, or when its draft was looked at, as far as it is known. */
    private Adaptation adaptation(String county, ConditionList list, Instant lookedAt) {
        return adaptations.inForce(List.of(county), list.level(), list.effectiveAt() == null ? lookedAt : list.effectiveAt()).stream()
                .findFirst().map(CountyAdaptation::adaptation).orElse(Adaptation.NONE);
    }

    private Adaptation before(Impact impact) {
        return Optional.ofNullable(impact.beforeId()).flatMap(id -> adaptations.findByIdAndCounty(id, impact.county()))
                .map(CountyAdaptation::adaptation).orElse(Adaptation.NONE);
    }

    private Rules rules(ConditionList list) {
        return compiled.get(fingerprint(list.content()), content -> Rules.compile(list.content()));
    }
}
