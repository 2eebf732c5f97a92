package org.fugong.condition.file;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.web.Typed;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A part of a YAML file, read strictly: what is missing, unknown or of another kind is noted with its line. A part that is not
 * there has no node.
 */
record YamlPart(String name, Node node, int line, FileProblems problems) {

    static YamlPart root(Node node, FileProblems problems) {
        return new YamlPart("", node, line(node), problems);
    }

    boolean present() {
        return node != null;
    }

    /** The parts of this one by name, none but these. */
    Map<String, YamlPart> named(String... known) {
        var parts = named();
        parts.values().stream().filter(part -> !Set.of(known).contains(part.name()))
                .forEach(part -> problems.note(part.line(), "editor.file.unknown-key", part.name(), String.join(", ", known)));
        Stream.of(known).forEach(name -> parts.putIfAbsent(name, new YamlPart(name, null, line, problems)));
        return parts;
    }

    /** The parts of this one, which may have any names. */
    Map<String, YamlPart> named() {
        var parts = new LinkedHashMap<String, YamlPart>();
        if (node instanceof MappingNode mapping) {
            for (var tuple : mapping.getValue()) {
                int at = line(tuple.getKeyNode());
                var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                if (parts.putIfAbsent(key,
                        new YamlPart(key, empty(tuple.getValueNode()) ? null : tuple.getValueNode(), at, problems)) != null) {
                    problems.note(at, "editor.file.twice", key);
                }
            }
        } else {
            expected("editor.file.mapping");
        }
        return parts;
    }

    /** A text below this part, whatever else may be wrong with it; null where there is none. */
    String peek(String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key))
                        .map(tuple -> tuple.getValueNode() instanceof ScalarNode text ? text.getValue() : null).filter(Objects::nonNull)
                        .findFirst().orElse(null)
                : null;
    }

    List<YamlPart> listed() {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue().stream().map(part -> new YamlPart(name, part, line(part), problems)).toList();
        }
        expected("editor.file.sequence");
        return List.of();
    }

    /** A text of at most so many characters; null where there is none. */
    String text(int longest) {
        if (!(node instanceof ScalarNode scalar)) {
            expected("editor.file.text");
            return null;
        }
        if (!Typed.isClean(scalar.getValue(), longest, true)) {
            problems.note(line, "editor.file.long", name, longest);
        }
        return scalar.getValue();
    }

    String required(int longest) {
        var text = text(longest);
        if (node == null || text != null && text.isBlank()) {
            problems.note(line, "editor.file.missing", name);
        }
        return text;
    }

    /** One of these, which must be given. */
    String oneOf(Collection<String> choices) {
        var text = required(100);
        if (text != null && !text.isBlank() && !choices.contains(text)) {
            problems.note(line, "editor.file.choice", name, text, String.join(", ", choices));
        }
        return text;
    }

    /** The value of this name in lower case; the last where it has another, which is noted. */
    <E extends Enum<E>> E value(Class<E> type) {
        var values = type.getEnumConstants();
        var known = Stream.of(values)
                .collect(Collectors.toMap(value -> value.name().toLowerCase(Locale.ROOT), value -> value, (a, b) -> a, LinkedHashMap::new));
        return known.getOrDefault(oneOf(known.keySet()), values[values.length - 1]);
    }

    List<String> texts(int longest) {
        return node == null ? List.of() : listed().stream().map(part -> part.required(longest)).filter(Objects::nonNull).toList();
    }

    Double number() {
        var text = text(20);
        if (text != null && !text.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            problems.note(line, "editor.file.number", name);
            return null;
        }
        return text == null ? null : Double.valueOf(text);
    }

    Integer days() {
        var number = number();
        if (present() && (number == null || number < 0 || number > 365 || number != Math.rint(number))) {
            problems.note(line, "editor.file.days", name);
            return null;
        }
        return number == null ? null : number.intValue();
    }

    Boolean yesNo() {
        var text = text(5);
        if (text != null && !text.equals("true") && !text.equals("false")) {
            problems.note(line, "editor.file.yes-no", name);
        }
        return text == null ? null : Boolean.valueOf(text);
    }

    private void expected(String key) {
        if (node != null) {
            problems.note(line, key, name);
        }
    }

    private static boolean empty(Node node) {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
    }

    private static int line(Node node) {
        return node == null ? 0 : node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
    }
}
