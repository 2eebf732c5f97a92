package org.fugong.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/** Rules come to what CEL's own runtime says of them. */
class EvaluationTest {

    private static final Map<String, DoubleBinaryOperator> ARITHMETIC = Map.of(
            "_+_", (a, b) -> a + b, "_-_", (a, b) -> a - b, "_*_", (a, b) -> a * b, "_/_", (a, b) -> a / b);
    private static final CelRuntime RUNTIME = CelRuntimeFactory.standardCelRuntimeBuilder()
            .setOptions(CelOptions.current().enableShortCircuiting(false).build())
            .addFunctionBindings(ARITHMETIC.entrySet().stream()
                    .map(operation -> CelFunctionBinding.from(RuleLanguage.overload(operation.getKey()),
                            Double.class, Double.class, (a, b) -> finite(operation.getValue().applyAsDouble(a, b))))
                    .toList())
            .build();

    @Provide
    Arbitrary<GeneratedRule> rules() {
        return Arbitraries.randomValue(random -> GeneratedRule.of(new Random(random.nextLong())));
    }

    @Property(tries = 3_000)
    void aRuleComesToWhatCelSays(@ForAll("rules") GeneratedRule rule) throws CelValidationException {
        var language = new RuleLanguage(rule.list().facts(), rule.item(), true);
        var checked = language.checked(rule.text());
        var term = Expression.of(checked.getExpr());
        var evaluation = CompiledRules.of(new Expression.Literal(true), term, rule.list().facts()).given(rule.item(), rule.facts(),
                rule.answered());
        var known = new HashMap<>(evaluation.given());
        Boolean expected;
        try {
            expected = RUNTIME.createProgram(checked).eval(known) instanceof Boolean holds ? holds : null;
        } catch (CelEvaluationException e) {
            expected = null;
        }
        Statistics.collect(expected);
        assertThat(evaluation.holds(term)).as(rule.toString()).isEqualTo(expected);
        boolean unsure = expected == null || rule.answer() != AnswerType.NONE && rule.answered() == null;
        assertThat(Rules.compile(rule.list()).check(rule.item(), rule.facts(), rule.answered()).verdict()).as(rule.toString())
                .isEqualTo(unsure ? Verdict.UNSURE : expected ? Verdict.MET : Verdict.UNMET);
    }

    private static double finite(double result) {
        if (!Double.isFinite(result)) {
            throw new ArithmeticException();
        }
        return QuantityFormat.rounded(result);
    }
}
