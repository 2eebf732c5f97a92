package org.fugong.enterprise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The classification of economic activities, GB/T 4754-2017: sections and their divisions. */
@Component
public class Industries {

    private final Map<String, Industry> byCode = new LinkedHashMap<>();

    Industries() {
        ReferenceData.rows("industries.csv").forEach(row -> {
            var parent = row.get("parent").isEmpty() ? null : row.get("parent");
            byCode.put(row.get("code"), new Industry(row.get("code"), row.get("name"), row.get("name_en"), parent));
        });
    }

    public Optional<Industry> division(String code) {
        return Optional.ofNullable(byCode.get(code)).filter(industry -> !industry.isSection());
    }

    public List<Industry> sections() {
        return byCode.values().stream().filter(Industry::isSection).toList();
    }

    public List<Industry> divisions() {
        return byCode.values().stream().filter(industry -> !industry.isSection()).toList();
    }

    public List<Industry> divisionsOf(String section) {
        return divisions().stream().filter(industry -> industry.parent().equals(section)).toList();
    }
}
