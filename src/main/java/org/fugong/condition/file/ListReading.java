package org.fugong.condition.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Fact;
import org.fugong.rule.FactType;
import org.fugong.rule.Parameter;
import org.fugong.rule.Rules;
import org.fugong.rule.Unit;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Reads the list of a level from a file in the shape of {@code data/conditions.yaml}, or says all that is wrong with it. */
public final class ListReading {

    private final FileProblems problems = new FileProblems();
    private final Map<String, YamlPart> sound = new LinkedHashMap<>();
    private final RiskLevel level;

    private ListReading(RiskLevel level) {
        this.level = level;
    }

    /**
     * The list of a level; a condition that the level does not name is not asked there.
     *
     * @throws UnreadableList where anything is wrong, the rules included
     */
    public static ListContent of(byte[] file, RiskLevel level) {
        var reading = new ListReading(level);
        var content = reading.content(file);
        if (content != null) {
            reading.sound.forEach((code, part) -> content.item(code).ifPresent(item -> reading.checkRules(content, item, part)));
            if (content.items().isEmpty() && reading.problems.count() == 0) {
                reading.problems.note(0, "editor.file.nothing", level.name().toLowerCase(Locale.ROOT));
            }
        }
        return reading.checked(content);
    }

    /** The same of a file whose rules are known to be right. */
    public static ListContent trusted(byte[] file, RiskLevel level) {
        var reading = new ListReading(level);
        return reading.checked(reading.content(file));
    }

    private ListContent checked(ListContent content) {
        if (problems.count() > 0) {
            throw new UnreadableList(problems.inOrder());
        }
        return content;
    }

    private ListContent content(byte[] file) {
        return new YamlText(file, problems).read().map(this::content).orElse(null);
    }

    private ListContent content(YamlPart root) {
        var parts = root.named("units", "facts", "categories", "conditions", "examples");
        var units = new LinkedHashMap<String, Unit>();
        parts.get("units").named().forEach((key, part) -> units.put(key, unit(part)));
        var categories = new ArrayList<Category>();
        parts.get("categories").named().forEach((code, part) -> categories.add(category(code, part)));
        var headings = categories.stream().map(Category::code).toList();
        var facts = new ArrayList<Fact>();
        parts.get("facts").named().forEach((name, part) -> facts.add(fact(name, part, units.keySet())));
        var items = new ArrayList<ConditionItem>();
        var codes = new HashSet<String>();
        if (!parts.get("conditions").present()) {
            parts.get("conditions").required(0);
        }
        parts.get("conditions").listed().forEach(part -> {
            int before = problems.count();
            var item = new ItemReading(part, headings, units.keySet(), level).read(problems);
            if (item.code() != null && !codes.add(item.code())) {
                problems.note(part.line(), "editor.file.code-twice", item.code());
            } else if (item.use() != null) {
                items.add(item);
                if (problems.count() == before) {
                    sound.put(item.code(), part);
                }
            }
            problems.about(null);
        });
        var content = new ListContent(categories, facts, items, units, List.of());
        return content.withExamples(new ExampleReading(content, codes, problems).read(parts.get("examples")));
    }

    private Unit unit(YamlPart part) {
        var parts = part.named("zh", "en", "en_one");
        return new Unit(parts.get("zh").text(20), parts.get("en").text(40), parts.get("en_one").text(40));
    }

    private Category category(String code, YamlPart part) {
        if (!code.matches("[A-Z]")) {
            problems.note(part.line(), "editor.file.category", code);
        }
        var parts = part.named("title", "title_en");
        return new Category(code, parts.get("title").required(60), parts.get("title_en").required(120));
    }

    private Fact fact(String name, YamlPart part, Set<String> units) {
        if (!name.matches(Parameter.NAME)) {
            problems.note(part.line(), "editor.file.name", name);
        }
        var parts = part.named("type", "unit", "label", "label_en", "options", "derived");
        return new Fact(name, parts.get("type").value(FactType.class), parts.get("unit").present() ? parts.get("unit").oneOf(units) : null,
                parts.get("label").required(60), parts.get("label_en").required(120), parts.get("options").texts(60),
                Boolean.TRUE.equals(parts.get("derived").yesNo()));
    }

    private void checkRules(ListContent content, ConditionItem item, YamlPart part) {
        problems.about(item.code());
        var written = part.named();
        Rules.problems(content, item).forEach(problem -> problems.note(written.getOrDefault(problem.part(), part).line(),
                problem.place() > 0 ? "editor.file.rule.at" : "editor.file.rule", problem.part(), problem.place(),
                new DefaultMessageSourceResolvable(new String[]{problem.key()}, problem.arguments().toArray())));
        problems.about(null);
    }
}
