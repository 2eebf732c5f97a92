package org.fugong.draw.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.draw.Stratification;
import org.fugong.enterprise.Industries;
import org.fugong.enterprise.KeyClass;
import org.fugong.enterprise.SizeClass;
import org.fugong.filing.FilingKind;
import org.fugong.region.Regions;
import org.fugong.web.FilterBar;
import org.fugong.web.FilterBar.Choice;
import org.fugong.web.FilterBar.Group;
import org.fugong.web.Words;
import org.springframework.stereotype.Component;

/** By what the pool of a draw can be narrowed and divided. */
@Component
class DrawScopeBar {

    private static final String QUARTER = "col-6 col-md-3";

    private final Industries industries;
    private final Regions regions;
    private final Words words;

    DrawScopeBar(Industries industries, Regions regions, Words words) {
        this.industries = industries;
        this.regions = regions;
        this.words = words;
    }

    FilterBar of(DrawForm form, String county, Locale locale) {
        return FilterBar.at("/desk/draws/new", "draw.scope", form.ignored())
                .field(FilterBar.choice("by", form.by().name(), QUARTER, List.of(new Group(null, Stream.of(Stratification.values())
                        .map(one -> new Choice(one.name(), words.of("stratification." + one))).toList()))))
                .field(choice(form, "size", SizeClass.values(), "size."))
                .field(choice(form, "kind", FilingKind.values(), "kind."))
                .further(FilterBar.choice("industry", form.get("industry"), "col-12 col-md-6", Stream.concat(any(),
                        industries.sections().stream().map(section -> new Group(section.name(locale), Stream.concat(
                                Stream.of(new Choice(section.code(), words.of("draw.section", section.name(locale)))),
                                industries.divisionsOf(section.code()).stream()
                                        .map(division -> new Choice(division.code(), division.name(locale))))
                                .toList())))
                        .toList()))
                .further(FilterBar.choice("township", form.get("township"), QUARTER, Stream.concat(any(), Stream.of(new Group(null,
                        regions.townshipsOf(county).stream().map(one -> new Choice(one.code(), one.name())).toList()))).toList()))
                .further(FilterBar.text("park", form.get("park"), QUARTER))
                .further(choice(form, "keyClass", KeyClass.values(), "key-class."))
                .further(FilterBar.text("olderThan", form.get("olderThan"), QUARTER));
    }

    private FilterBar.Field choice(DrawForm form, String name, Enum<?>[] values, String prefix) {
        return FilterBar.choice(name, form.get(name), QUARTER, Stream.concat(any(), Stream.of(new Group(null, Stream.of(values)
                .filter(value -> value != FilingKind.NOTICE).map(value -> new Choice(value.name(), words.of(prefix + value.name())))
                .toList()))).toList());
    }

    private Stream<Group> any() {
        return Stream.of(new Group(null, List.of(new Choice("", words.of("desk.all")))));
    }
}
