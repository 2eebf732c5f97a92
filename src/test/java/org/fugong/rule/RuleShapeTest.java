package org.fugong.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fugong.condition.Catalogue;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;

class RuleShapeTest {

    private static final ListContent LIST = Catalogue.read().at("high");

    @Provide
    Arbitrary<RuleShape> shapes() {
        var figures = Arbitraries.doubles().between(0, 1_000_000).ofScale(2);
        var facts = Arbitraries.of("planned_staff", "entrances");
        var choices = Arbitraries.strings().ofMinLength(1).ofMaxLength(8).list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(Arbitraries.of(RuleShape.Kind.class), figures, facts, choices)
                .as((kind, figure, fact, texts) -> new RuleShape(kind,
                        kind.hasFigure() ? figure : null, kind == RuleShape.Kind.AT_LEAST_PER ? fact : null,
                        kind == RuleShape.Kind.ONE_OF ? texts : null));
    }

    @Provide
    Arbitrary<ConditionItem> items() {
        return Arbitraries.of(LIST.items());
    }

    @Property(tries = 300)
    void everyShapeWritesARuleThatIsReadAsThatShape(@ForAll("shapes") RuleShape shape, @ForAll("shapes") RuleShape before,
            @ForAll("items") ConditionItem item) {
        var written = judged(judged(item, before), shape);
        assertThat(RuleShape.of(written)).contains(shape);
        assertThat(judged(written, shape)).isEqualTo(written);
        assertThat(Rules.problems(LIST, written)).isEmpty();
    }

    private static ConditionItem judged(ConditionItem item, RuleShape shape) {
        return item.judgedBy(shape.applied(item));
    }

    @Example
    void rulesOfTheFirstListsAreRecognised() {
        assertThat(shape("A01")).isEqualTo(new RuleShape(RuleShape.Kind.YES, null, null, null));
        assertThat(shape("C05")).isEqualTo(new RuleShape(RuleShape.Kind.AT_LEAST, 1.0, null, null));
        assertThat(shape("B05")).isEqualTo(new RuleShape(RuleShape.Kind.AT_MOST, 37.3, null, null));
        assertThat(shape("C02")).isEqualTo(new RuleShape(RuleShape.Kind.AT_LEAST_PER, 1.0, "entrances", null));
        assertThat(List.of("C01", "B06", "D12", "A05", "F01")).allMatch(code -> RuleShape.of(LIST.item(code).orElseThrow()).isEmpty());
    }

    @Example
    void aParameterKeepsWhatTheAdminWroteOfIt() {
        var moved = judged(LIST.item("B05").orElseThrow(), new RuleShape(RuleShape.Kind.AT_MOST, 37.5, null, null));
        assertThat(moved.parameters().get("limit").label()).isEqualTo("测温阈值上限");
        assertThat(new RuleShape(RuleShape.Kind.YES, null, null, null).applied(moved).parameters()).isEmpty();
    }

    @Example
    void aShapeThatLacksAPartIsNone() {
        assertThatThrownBy(() -> new RuleShape(RuleShape.Kind.AT_LEAST, null, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleShape(RuleShape.Kind.YES, 1.0, null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RuleShape(RuleShape.Kind.ONE_OF, null, null, List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    private static RuleShape shape(String code) {
        return RuleShape.of(LIST.item(code).orElseThrow()).orElseThrow();
    }
}
