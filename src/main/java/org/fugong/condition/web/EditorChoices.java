package org.fugong.condition.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.ListContent;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Fact;
import org.fugong.rule.FactType;
import org.fugong.rule.RelaxDirection;
import org.fugong.rule.RuleShape;
import org.fugong.web.Typed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What an admin chooses from when editing a condition: headings, types, units and the like, by value and text; and what stands
 * at other levels.
 */
@Component
class EditorChoices {

    private final MessageSource messages;
    private final ConditionLists lists;

    EditorChoices(MessageSource messages, ConditionLists lists) {
        this.messages = messages;
        this.lists = lists;
    }

    /** A condition in the newest version of another level's list; {@code use} is null where it is not asked there. */
    record OtherLevel(RiskLevel level, int version, ConditionUse use) {
    }

    List<OtherLevel> elsewhere(ConditionList list, String code) {
        return Stream.of(RiskLevel.values()).filter(level -> level != list.level())
                .flatMap(level -> lists.findByProvinceAndLevelOrderByVersionDesc(list.province(), level).stream().limit(1))
                .map(newest -> new OtherLevel(newest.level(), newest.version(),
                        newest.content().item(code).map(ConditionItem::use).orElse(null)))
                .toList();
    }

    /** The page on which a condition is edited, with the typed rules looked at. */
    String editor(ConditionList list, ListItemForm form, boolean fresh, Locale locale, Model model) {
        var item = form.item();
        model.addAttribute("list", list);
        model.addAttribute("fresh", fresh);
        model.addAllAttributes(of(list.content(), locale));
        if (!fresh) {
            model.addAttribute("elsewhere", elsewhere(list, form.code()));
        }
        if (!Typed.isBlank(form.rule())) {
            model.addAttribute("check", RuleCheck.of(list.content(), item));
        }
        if (!model.containsAttribute("shape")) {
            model.addAttribute("shape", ShapeForm.of(item));
        }
        return "condition/list-item";
    }

    private Map<String, Object> of(ListContent content, Locale locale) {
        return Map.of("facts", content.facts(),
                "categories",
                options(content.categories().stream(), Category::code, category -> category.code() + " " + category.title(locale)),
                "answers", options(Stream.of(AnswerType.values()), Enum::name, type -> say("listItem.answer." + type, locale)),
                "uses", options(Stream.of(ConditionUse.values()), Enum::name, use -> say("condition.use." + use, locale)),
                "relaxes", options(Stream.of(RelaxDirection.values()), Enum::name, relax -> say("listItem.relax." + relax, locale)),
                "units", options(content.units().entrySet().stream(), Map.Entry::getKey,
                        unit -> locale.getLanguage().equals("en") ? unit.getValue().en() : unit.getValue().zh()),
                "kinds", options(Stream.of(RuleShape.Kind.values()), Enum::name, kind -> say("editor.shape." + kind, locale)),
                "figures",
                options(content.facts().stream().filter(fact -> fact.type() == FactType.NUMBER), Fact::name, fact -> fact.label(locale)),
                "deferrals",
                options(Stream.of("DAYS", "EPIDEMIC_END"), value -> value, value -> say("listItem.deferral." + value, locale)));
    }

    private static <T> Map<String, String> options(Stream<T> all, Function<T, String> value, Function<T, String> text) {
        var options = new LinkedHashMap<String, String>();
        all.forEach(one -> options.put(value.apply(one), text.apply(one)));
        return options;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
