package org.fugong.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ListComparisonTest {

    private final ListContent list = Catalogue.read().at("medium");

    @Test
    void theSameListHasNoChanges() {
        assertThat(ListComparison.between(list, Catalogue.read().at("medium"))).isEmpty();
    }

    @Test
    void aChangedFigureIsShownWithBothValues() {
        var changed = list.replacing("C01", item -> item.with(Map.of("days", 2.0)));
        assertThat(ListComparison.between(list, changed)).singleElement().satisfies(change -> {
            assertThat(change.kind()).isEqualTo(ListComparison.Kind.CHANGED);
            assertThat(change.fields()).containsExactly(new ListComparison.Field("parameter.days", "3", "2"));
        });
    }

    @Test
    void itemsThatCameAndWentAreNamed() {
        assertThat(ListComparison.between(Catalogue.read().at("low"), list))
                .filteredOn(change -> change.kind() == ListComparison.Kind.ADDED)
                .extracting(ListComparison.Change::code).containsExactly("A04", "A06", "B03", "B08", "B09", "D07", "D11");
        var fewer = list.withItems(list.items().stream().filter(item -> !item.code().equals("A01")).toList());
        assertThat(ListComparison.between(list, fewer)).extracting(ListComparison.Change::code, ListComparison.Change::kind)
                .containsExactly(tuple("A01", ListComparison.Kind.REMOVED));
    }

    @Test
    void anotherOrderIsAMove() {
        var items = new ArrayList<>(list.items());
        Collections.swap(items, 0, 1);
        assertThat(ListComparison.between(list, list.withItems(items))).extracting(ListComparison.Change::kind)
                .containsOnly(ListComparison.Kind.MOVED);
    }
}
