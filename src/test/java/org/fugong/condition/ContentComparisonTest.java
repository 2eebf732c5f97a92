package org.fugong.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.fugong.condition.ContentComparison.Part;
import org.fugong.condition.ListComparison.Field;
import org.fugong.condition.ListComparison.Kind;
import org.fugong.rule.Fact;
import org.fugong.rule.FactType;
import org.fugong.rule.Unit;
import org.fugong.rule.Verdict;
import org.junit.jupiter.api.Test;

class ContentComparisonTest {

    private final ListContent list = Catalogue.read().at("medium");

    @Test
    void theSameListHasTheSameAroundItsItems() {
        assertThat(ContentComparison.between(list, Catalogue.read().at("medium"))).isEmpty();
        assertThat(ContentComparison.between(list, list.replacing("C01", item -> item.with(Map.of("days", 2.0))))).isEmpty();
    }

    @Test
    void headingsComeGoMoveAndAreNamedAnew() {
        var headings = new ArrayList<>(list.categories());
        var first = headings.removeFirst();
        headings.add(first);
        headings.set(0, new Category(headings.getFirst().code(), "另一个标题", headings.getFirst().titleEn()));
        headings.add(new Category("X", "新类别", "New heading"));
        var changes = ContentComparison.between(list, new ListContent(headings, list.facts(), list.items(), list.units(), list.examples()));
        assertThat(changes).extracting(ContentComparison.Change::part).containsOnly(Part.HEADING);
        assertThat(changes).extracting(ContentComparison.Change::name, ContentComparison.Change::kind)
                .contains(tuple(first.code(), Kind.MOVED), tuple(headings.getFirst().code(), Kind.CHANGED), tuple("X", Kind.ADDED));
        assertThat(changes.getLast().fields()).containsExactly(new Field("title", null, "新类别"), new Field("titleEn", null, "New heading"));
    }

    @Test
    void aFactIsFollowedThroughNameTypeAndChoices() {
        assertThat(fact(fact -> new Fact(fact.name(), FactType.CHOICE, null, "新叫法", fact.labelEn(), List.of("甲", "乙"), fact.derived())))
                .singleElement().satisfies(change -> {
                    assertThat(change.part()).isEqualTo(Part.FACT);
                    assertThat(change.kind()).isEqualTo(Kind.CHANGED);
                    assertThat(change.fields()).extracting(Field::name).contains("label", "type", "options").doesNotContain("labelEn",
                            "derived");
                    assertThat(change.fields()).contains(new Field("options", null, "甲\n乙"));
                });
        assertThat(fact(fact -> null)).singleElement().extracting(ContentComparison.Change::kind).isEqualTo(Kind.REMOVED);
    }

    @Test
    void unitsAndExamplesAreComparedByWhatTheySay() {
        var units = new LinkedHashMap<>(list.units());
        units.put("box", new Unit("箱", "boxes", "box"));
        assertThat(ContentComparison.between(list, new ListContent(list.categories(), list.facts(), list.items(), units, list.examples())))
                .containsExactly(new ContentComparison.Change(Part.UNIT, "box", Kind.ADDED,
                        List.of(new Field("zh", null, "箱"), new Field("en", null, "boxes"), new Field("enOne", null, "box"))));
        var example = new Example("小店", Map.of("planned_staff", 3.0), Map.of("C01", 18), Map.of("C01", Verdict.MET));
        var other = new Example("小店", Map.of("planned_staff", 3), Map.of("C01", 17), Map.of("C01", Verdict.UNMET));
        assertThat(ContentComparison.between(list.withExamples(List.of(example)), list.withExamples(List.of(other)))).singleElement()
                .satisfies(change -> assertThat(change.fields()).containsExactly(new Field("answer.C01", "18", "17"),
                        new Field("expected.C01", "MET", "UNMET")));
        assertThat(ContentComparison.values(ContentComparison.between(list.withExamples(List.of(example)), list.withExamples(List.of())),
                Field::before))
                .containsEntry("example.小店.answer.C01", "18");
    }

    private List<ContentComparison.Change> fact(UnaryOperator<Fact> change) {
        var facts = new ArrayList<>(list.facts());
        var changed = change.apply(facts.removeFirst());
        if (changed != null) {
            facts.addFirst(changed);
        }
        return ContentComparison.between(list, new ListContent(list.categories(), facts, list.items(), list.units(), list.examples()));
    }
}
