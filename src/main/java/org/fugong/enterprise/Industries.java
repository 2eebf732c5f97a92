package org.fugong.enterprise;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The classification of economic activities, GB/T 4754-2017: sections and their divisions. */
@Component
public class Industries {

    private final Map<String, Industry> byCode = new LinkedHashMap<>();
    private final List<Industry> sections;
    private final List<Industry> divisions;
    private final Map<String, List<Industry>> bySection;

    Industries() {
        ReferenceData.rows("industries.csv").forEach(row -> {
            var parent = row.get("parent").isEmpty() ? null : row.get("parent");
            byCode.put(row.get("code"), new Industry(row.get("code"), row.get("name"), row.get("name_en"), parent));
        });
        this.sections = byCode.values().stream().filter(Industry::isSection).toList();
        this.divisions = byCode.values().stream().filter(industry -> !industry.isSection()).toList();
        this.bySection = divisions.stream().collect(Collectors.groupingBy(Industry::parent));
    }

    public Optional<Industry> division(String code) {
        return Optional.ofNullable(byCode.get(code)).filter(industry -> !industry.isSection());
    }

    public List<Industry> sections() {
        return sections;
    }

    public List<Industry> divisions() {
        return divisions;
    }

    public List<Industry> divisionsOf(String section) {
        return bySection.getOrDefault(section, List.of());
    }
}
