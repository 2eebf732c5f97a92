package org.fugong.condition.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.fugong.condition.Catalogue;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.Deferral;
import org.fugong.condition.Example;
import org.fugong.condition.Handling;
import org.fugong.condition.ListContent;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Parameter;
import org.fugong.rule.RelaxDirection;
import org.fugong.rule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListFileTest {

    private static final String SMALL = """
            units:
              mask: {zh: 只, en: masks, en_one: mask}
            facts:
              planned_staff: {type: number, label: 拟复工人数, label_en: Planned staff}
            categories:
              C: {title: 物资, title_en: Supplies}
            conditions:
              - code: C01
                category: C
                title: 口罩
                title_en: Masks
                answer: {type: number, unit: mask}
                params:
                  days: {value: 3, unit: mask, relax: down, label: 天数, label_en: days}
                rule: answer >= f.planned_staff * p.days
                levels: {medium: commit}
                basis: 试行
            """;

    @ParameterizedTest
    @EnumSource
    void whatIsWrittenIsReadBackWithoutADifference(RiskLevel level) {
        var seed = Catalogue.read().at(level.name());
        assertThat(ListReading.of(ListWriting.of(seed, level), level)).isEqualTo(seed);
    }

    @Property(tries = 200)
    void soIsWhateverAnAdminTypes(@ForAll("items") ConditionItem item, @ForAll("text") String example) {
        var small = read(SMALL);
        var list = small.withItems(List.of(item))
                .withExamples(List.of(new Example(example, Map.of("planned_staff", 2.5), Map.of("C01", 7.0), Map.of("C01", Verdict.MET))));
        assertThat(ListReading.of(ListWriting.of(list, RiskLevel.HIGH), RiskLevel.HIGH)).isEqualTo(list);
    }

    @Provide
    Arbitrary<String> text() {
        return Arbitraries.strings().withChars("aZ0 :#'\"-?*&!%@|>{}[],.~=yes口罩é\\").ofMinLength(1).ofMaxLength(30)
                .filter(text -> !text.isBlank());
    }

    @Provide
    Arbitrary<ConditionItem> items() {
        var lines = Arbitraries.strings().withChars("a:口 \n-#").ofMinLength(1).ofMaxLength(40).filter(text -> !text.isBlank());
        var figure = Arbitraries.doubles().between(1, 5).ofScale(2);
        return Combinators.combine(text(), lines, Arbitraries.of(ConditionUse.class), Arbitraries.of(true, false), figure, Arbitraries.of(
                null, new Deferral(3, false, null), new Deferral(null, true, 0)),
                Arbitraries.of(Handling.NONE, new Handling("一\n二", "one\ntwo", null, null, "1", "1 day")))
                .as((text, help, use, veto, value, deferral, handling) -> new ConditionItem("C01", "C", text, text, null, null, help, help,
                        AnswerType.NUMBER,
                        "mask", List.of(), "f.planned_staff > 0", "answer >= p.days",
                        Map.of("days", new Parameter(value, null, RelaxDirection.DOWN, 0.5, 1e6, text, text)),
                        List.of(text, "照片"), List.of("x", text), use, veto, deferral, handling, text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            code: C01           | code: c1          | 8  | c1   | editor.file.code
            category: C         | category: Z       | 9  | C01  | editor.file.choice
            title: 口罩         | title: ''         | 10 | C01  | editor.file.missing
            title_en: Masks     |                   | 8  | C01  | editor.file.missing
            type: number, unit  | type: figure, unit| 12 | C01  | editor.file.choice
            unit: mask}         | unit: crate}      | 12 | C01  | editor.file.choice
            type: number, unit  | type: choice, unit| 12 | C01  | editor.file.options
            value: 3            | value: three      | 14 | C01  | editor.file.number
            value: 3            | value: -1         | 14 | C01  | editor.file.figure
            value: 3            | value: 3, max: 2  | 14 | C01  | editor.file.figure
            relax: down         | relax: sideways   | 14 | C01  | editor.file.choice
            label_en: days      | colour: red       | 14 | C01  | editor.file.unknown-key
            rule: answer        | rool: answer      | 15 | C01  | editor.file.unknown-key
            f.planned_staff     | f.planned_stuff   | 15 | C01  | editor.file.rule.at
            * p.days            | / 0               | 15 | C01  | editor.file.rule
            medium: commit      | medium: perhaps   | 16 | C01  | editor.file.choice
            medium: commit      | high: commit      | 0  |      | editor.file.nothing
            basis: 试行         | basis: [试行]     | 17 | C01  | editor.file.text
            basis: 试行         | veto: maybe       | 17 | C01  | editor.file.yes-no
            basis: 试行         | defer: {}         | 17 | C01  | editor.file.defer
            basis: 试行         | basis: 试行, defer: | 17 |    | editor.file.yaml
            type: number, label | type: kind, label | 4  |      | editor.file.choice
            categories:         | headings:         | 5  |      | editor.file.unknown-key
            basis: 试行         | basis: *anchor    | 17 |      | editor.file.alias
            '  - code: C01'     | '\tcode: C01'     | 8  |      | editor.file.yaml
            """)
    void whatIsWrongIsToldWithLineAndItem(String right, String wrong, int line, String item, String key) {
        var problems = problems(SMALL.replace(right, wrong == null ? "" : wrong.replace("\\t", "\t")).getBytes(UTF_8));
        assertThat(problems).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.item()).isEqualTo(item);
            assertThat(problem.message().getCodes()).containsExactly(key);
        });
    }

    @Test
    void allIsToldAtOnce() {
        var problems = problems(SMALL.replace("title: 口罩", "title: ''").replace("value: 3", "value: x")
                .replace("unit: mask}", "unit: crate}").getBytes(UTF_8));
        assertThat(problems).extracting(FileProblem::line).containsExactly(10, 12, 14);
    }

    @Test
    void aCodeOrAKeyThatStandsTwiceIsNoted() {
        var twice = SMALL + SMALL.substring(SMALL.indexOf("  - code"));
        assertThat(problems(twice.getBytes(UTF_8))).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(18);
            assertThat(problem.message().getCodes()).containsExactly("editor.file.code-twice");
        });
        assertThat(codes(SMALL.replace("basis: 试行", "basis: 试行\n    basis: 试行").getBytes(UTF_8))).containsExactly("editor.file.twice");
    }

    @Test
    void examplesNameOnlyWhatThereIs() {
        var wrong = SMALL + """
                examples:
                  - name: 甲
                    facts: {planned_stuff: 3, planned_staff: many}
                    answers: {C02: 3}
                    expected: {C01: perhaps}
                """;
        assertThat(problems(wrong.getBytes(UTF_8))).extracting(FileProblem::line).containsExactly(20, 20, 21, 22);
        assertThat(problems(wrong.getBytes(UTF_8))).extracting(FileProblem::item).containsOnly("甲");
    }

    @Test
    void whatIsNoListDoesNoHarm() {
        assertThat(codes(new byte[0])).containsExactly("editor.file.empty");
        assertThat(codes("just text".getBytes(UTF_8))).contains("editor.file.mapping");
        assertThat(codes("[".repeat(200_000).getBytes(UTF_8))).containsExactly("editor.file.deep");
        assertThat(codes("a: [1, &b [2, *b, *b]]".getBytes(UTF_8))).containsExactly("editor.file.alias");
        assertThat(codes("---\na: 1\n---\nb: 2\n".getBytes(UTF_8))).containsExactly("editor.file.yaml");
        assertThat(codes("a: \0".getBytes(UTF_8))).containsExactly("editor.file.yaml");
        assertThat(codes(new byte[YamlText.LARGEST + 1])).containsExactly("editor.file.large");
        assertThat(codes(("#" + "x".repeat(YamlText.LARGEST - 1)).getBytes(UTF_8))).containsExactly("editor.file.empty");
        assertThat(codes(new byte[]{'P', 'K', 3, 4, (byte) 0x9C, (byte) 0xFF})).containsExactly("editor.file.encoding");
        assertThat(problems(SMALL.getBytes(Charset.forName("GBK")))).singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(4));
        assertThat(read("\uFEFF" + SMALL).items()).hasSize(1);
    }

    private static ListContent read(String text) {
        return ListReading.of(text.getBytes(UTF_8), RiskLevel.MEDIUM);
    }

    private static List<FileProblem> problems(byte[] file) {
        return catchThrowableOfType(UnreadableList.class, () -> ListReading.of(file, RiskLevel.MEDIUM)).problems();
    }

    private static List<String> codes(byte[] file) {
        return problems(file).stream().map(problem -> problem.message().getCodes()[0]).toList();
    }
}
