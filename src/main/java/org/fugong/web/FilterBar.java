package org.fugong.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a list can be narrowed by, with what it is narrowed by now; two that are equal look the same.
 *
 * @param address where the list stands
 * @param label   the key of what the bar is called
 * @param fields  those in sight
 * @param further those that are folded away
 * @param ignored the fields that were not understood
 */
public record FilterBar(String address, String label, List<Field> fields, List<Field> further, List<String> ignored) {

    /** A value that can be chosen, in words, and what else it is called, or null. */
    public record Choice(String value, String text, String words) {
        public Choice(String value, String text) {
            this(value, text, null);
        }
    }

    /** Choices under a heading, or under none; {@code words}, or null, may be typed before what a choice is called. */
    public record Group(String heading, List<Choice> choices, String words) {
        public Group(String heading, List<Choice> choices) {
            this(heading, choices, null);
        }
    }

    /** A field that is typed or chosen; its label is the text {@code desk.<name>}. */
    public record Field(String name, String value, String columns, String type, List<Group> groups) {

        /** Whether its choices are searched by what they are called. */
        public boolean searched() {
            return groups.stream().anyMatch(group -> group.words() != null);
        }
    }

    public static FilterBar at(String address, String label, List<String> ignored) {
        return new FilterBar(address, label, new ArrayList<>(), new ArrayList<>(), ignored);
    }

    /** The address of a list, or of it as a table, narrowed to what is used, by the name of its field. */
    public static String narrowed(String address, Map<String, String> used) {
        var link = UriComponentsBuilder.fromPath(address);
        used.keySet().forEach(field -> link.queryParam(field, "{" + field + "}"));
        return link.encode().buildAndExpand(used).toUriString();
    }

    /** The same from a key on. */
    public static String narrowed(String address, Map<String, String> used, String direction, String key) {
        var from = new LinkedHashMap<>(used);
        from.put(direction, key);
        return narrowed(address, from);
    }

    /** A choice of county by prefecture, where there is one. */
    public FilterBar county(String chosen, List<Group> prefectures) {
        return prefectures.isEmpty() ? this : field(choice("county", chosen, "col-12 col-md-3", prefectures));
    }

    public FilterBar field(Field field) {
        fields.add(field);
        return this;
    }

    public FilterBar further(Field field) {
        further.add(field);
        return this;
    }

    public static Field text(String name, String value, String columns) {
        return new Field(name, value, columns, "text", List.of());
    }

    public static Field day(String name, String value, String columns) {
        return new Field(name, value, columns, "date", List.of());
    }

    public static Field choice(String name, String value, String columns, List<Group> groups) {
        return new Field(name, value, columns, null, groups);
    }

    /** The address of the list with nothing narrowed: a county that was chosen stays chosen. */
    public String cleared() {
        return fields.stream().filter(field -> field.name().equals("county")).findFirst()
                .map(field -> address + "?county=" + field.value()).orElse(address);
    }

    /** Whether something is narrowed by a field that is folded away, which is then open. */
    public boolean open() {
        return further.stream().anyMatch(field -> !field.value().isEmpty());
    }
}
