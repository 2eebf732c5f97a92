package org.fugong.condition;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The catalogue of conditions that the first list versions are made from ({@code data/conditions.yaml}). */
final class Catalogue {

    private final JsonNode root;

    private Catalogue(JsonNode root) {
        this.root = root;
    }

    static Catalogue read() {
        return read(Catalogue.class.getResourceAsStream("/data/conditions.yaml"));
    }

    static Catalogue read(InputStream yaml) {
        return new Catalogue(new YAMLMapper().readTree(yaml));
    }

    /** The list of a risk level (low, medium or high); a condition that the level does not name is not asked there. */
    ListContent at(String level) {
        var items = new ArrayList<ConditionItem>();
        for (var node : root.path("conditions")) {
            if (node.path("levels").has(level)) {
                items.add(item(node, Use.valueOf(name(node.path("levels").path(level)))));
            }
        }
        return new ListContent(
                List.copyOf(named("categories", (code, node) -> new Category(code, text(node, "title"), text(node, "title_en"))).values()),
                List.copyOf(named("facts", Catalogue::fact).values()),
                items,
                named("units", (key, node) -> new Unit(text(node, "zh"), text(node, "en"), text(node, "en_one"))), List.of());
    }

    private static Fact fact(String name, JsonNode node) {
        return new Fact(name, FactType.valueOf(name(node.path("type"))), text(node, "unit"), text(node, "label"), text(node, "label_en"),
                texts(node.path("options")), node.path("derived").asBoolean(false));
    }

    private static ConditionItem item(JsonNode node, Use use) {
        var answer = node.path("answer");
        return new ConditionItem(text(node, "code"), text(node, "category"), text(node, "title"), text(node, "title_en"),
                text(node, "ask"), text(node, "ask_en"), text(node, "help"), text(node, "help_en"),
                AnswerType.valueOf(name(answer.path("type"))), text(answer, "unit"), texts(answer.path("options")),
                text(node, "when"), text(node, "rule"), parameters(node.path("params")),
                texts(node.path("evidence")), texts(node.path("evidence_en")),
                use, node.path("veto").asBoolean(false), deferral(node.path("defer")), null, text(node, "basis"));
    }

    private static Map<String, Parameter> parameters(JsonNode nodes) {
        return named(nodes, (name, node) -> new Parameter(node.path("value").asDouble(), text(node, "unit"),
                Relax.valueOf(name(node.path("relax"))), null, null, text(node, "label"), text(node, "label_en")));
    }

    private static Deferral deferral(JsonNode node) {
        return node.isMissingNode() ? null
                : new Deferral(number(node, "max_days"), "EPIDEMIC_END".equals(text(node, "until")), number(node, "plus_days"));
    }

    private <T> Map<String, T> named(String section, Reader<T> reader) {
        return named(root.path(section), reader);
    }

    private static <T> Map<String, T> named(JsonNode nodes, Reader<T> reader) {
        var read = new LinkedHashMap<String, T>();
        nodes.properties().forEach(entry -> read.put(entry.getKey(), reader.read(entry.getKey(), entry.getValue())));
        return read;
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString(null);
    }

    private static Integer number(JsonNode node, String field) {
        return node.has(field) ? node.path(field).asInt() : null;
    }

    private static String name(JsonNode node) {
        return node.asString().toUpperCase(Locale.ROOT);
    }

    private static List<String> texts(JsonNode nodes) {
        return nodes.valueStream().map(JsonNode::asString).toList();
    }

    private interface Reader<T> {
        T read(String name, JsonNode node);
    }
}
