package org.fugong.condition.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.account.Actor;
import org.fugong.condition.ConditionList;
import org.fugong.condition.ConditionLists;
import org.fugong.condition.ListDrafting;
import org.fugong.condition.ListVersion;
import org.fugong.condition.page.WholeRedLine;
import org.fugong.web.Typed;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** One version of a list beside any other, also a draft, for the admin of the province; what came first is what was. */
@Controller
class ListComparisonController {

    private final ListDrafting drafting;
    private final ConditionLists lists;
    private final WholeRedLine redLine;
    private final MessageSource messages;
    private final Clock clock;

    ListComparisonController(ListDrafting drafting, ConditionLists lists, WholeRedLine redLine, MessageSource messages, Clock clock) {
        this.drafting = drafting;
        this.lists = lists;
        this.redLine = redLine;
        this.messages = messages;
        this.clock = clock;
    }

    /** The other version, by the number that it is known by. */
    record Other(String with) {

        Other {
            with = Typed.plain(with);
        }
    }

    @GetMapping("/admin/lists/{id:\\d{1,18}}/comparison")
    String comparison(@PathVariable long id, @ModelAttribute("compared") Other other, BindingResult binding, Actor actor, Locale locale,
            Model model) {
        var list = drafting.list(id, actor);
        var others = ListVersion.at(clock.instant(), lists.findByProvinceAndLevelOrderByVersionDesc(list.province(), list.level())).stream()
                .filter(version -> version.list().version() != list.version()).toList();
        var choice = new LinkedHashMap<String, String>();
        others.forEach(version -> choice.put(String.valueOf(version.list().version()), name(version, locale)));
        model.addAttribute("list", list).addAttribute("choice", choice);
        others.stream().map(ListVersion::list).filter(version -> String.valueOf(version.version()).equals(other.with())).findFirst()
                .ifPresentOrElse(version -> show(list, version, locale, model), () -> {
                    if (!other.with().isEmpty()) {
                        binding.rejectValue("with", "editions.unknown");
                    }
                });
        return "condition/list-comparison";
    }

    private void show(ConditionList one, ConditionList another, Locale locale, Model model) {
        var sides = Stream.of(one, another).sorted(Comparator.comparingInt(ConditionList::version)).toList();
        model.addAttribute("sides", sides)
                .addAttribute("conditions", redLine.between(sides.getFirst().basis(), sides.getFirst().content(),
                        sides.getLast().basis(), sides.getLast().content(), locale));
    }

    private String name(ListVersion version, Locale locale) {
        return messages.getMessage("compared.version", new Object[]{version.list().version(),
                messages.getMessage("lists.status." + version.status(), null, locale)}, locale);
    }
}
