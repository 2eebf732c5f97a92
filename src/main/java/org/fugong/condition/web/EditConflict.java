package org.fugong.condition.web;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.fugong.account.Account;
import org.fugong.account.Accounts;
import org.fugong.audit.Entry;
import org.fugong.audit.Trail;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ListComparison;
import org.fugong.condition.ListComparison.Field;
import org.fugong.condition.page.RedLine;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two admins who edited the same condition: what it was, what the other one made of it, and what was typed, field by field. */
@Component
class EditConflict {

    private final Trail trail;
    private final Accounts accounts;
    private final RedLine redLine;
    private final JsonMapper json;

    EditConflict(Trail trail, Accounts accounts, RedLine redLine, JsonMapper json) {
        this.trail = trail;
        this.accounts = accounts;
        this.redLine = redLine;
        this.json = json;
    }

    /**
     * One field that differs; {@code by} is empty where only the reader has changed it. {@code name} is what is sent to take
     * the other's.
     */
    record Row(String name, String label, String was, String theirs, String mine, String by, Instant at) {
    }

    /** What differs between the draft as it is and what was typed over the state {@code seen}. */
    List<Row> rows(ConditionList list, ConditionItem mine, long seen, Locale locale) {
        var theirs = list.content().item(mine.code());
        if (theirs.isEmpty()) {
            return List.of();
        }
        var was = new HashMap<String, Object>();
        var last = new HashMap<String, Entry>();
        trail.of("list:" + list.province() + "/" + list.level() + "/" + list.version()).stream()
                .filter(entry -> entry.action().equals("list.changed") && entry.before().get("lock") instanceof Number lock
                        && lock.longValue() >= seen)
                .forEach(entry -> entry.before().forEach((key, value) -> {
                    if (key.startsWith(mine.code() + ".")) {
                        var field = key.substring(mine.code().length() + 1);
                        if (!last.containsKey(field)) {
                            was.put(field, value);
                        }
                        last.put(field, entry);
                    }
                }));
        return ListComparison.between(list.content().withItems(List.of(theirs.get())), list.content().withItems(List.of(mine))).stream()
                .flatMap(change -> change.fields().stream()).map(field -> {
                    var base = last.containsKey(field.name()) ? (String) was.get(field.name()) : field.before();
                    var both = redLine.row(field, mine, list.content(), locale);
                    var by = last.get(field.name());
                    return new Row(choice(field.name()), both.label(),
                            redLine.row(new Field(field.name(), base, null), mine, list.content(), locale).was(),
                            both.was(), both.now(), by == null ? "" : name(by.actor()), by == null ? null : by.at());
                }).toList();
    }

    /** What was typed, with some fields as the other admin has them. */
    ConditionItem merged(ConditionItem mine, ConditionItem theirs, Collection<String> names) {
        var merged = (ObjectNode) json.valueToTree(mine);
        var other = (ObjectNode) json.valueToTree(theirs);
        for (var name : names) {
            if (name.startsWith("parameters.")) {
                copy((ObjectNode) other.get("parameters"), (ObjectNode) merged.get("parameters"), name.substring("parameters.".length()));
            } else if (merged.get("handling").has(name)) {
                copy((ObjectNode) other.get("handling"), (ObjectNode) merged.get("handling"), name);
            } else if (merged.has(name)) {
                copy(other, merged, name);
            }
        }
        return json.treeToValue(merged, ConditionItem.class);
    }

    private static void copy(ObjectNode from, ObjectNode to, String name) {
        if (from.has(name)) {
            to.set(name, from.get(name));
        } else {
            to.remove(name);
        }
    }

    /** A parameter is taken as a whole, so that its value never goes without its unit. */
    private static String choice(String field) {
        return field.contains(".") ? "parameters." + field.substring(field.indexOf('.') + 1) : field;
    }

    private String name(String login) {
        return accounts.findByLogin(login).map(Account::name).orElse(login);
    }
}
