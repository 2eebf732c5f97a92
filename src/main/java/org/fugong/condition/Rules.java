package org.fugong.condition;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of one list version, compiled once; they judge answers and explain the verdict, with the figures that a county has set. */
public final class Rules {

    /** The name under which facts hold the day on which they are judged, as ISO text. */
    public static final String DAY = "day";

    private record ItemRules(CompiledRule when, CompiledRule rule, List<Fact> facts) {
    }

    private final ListContent content;
    private final Map<String, ItemRules> rules = new LinkedHashMap<>();

    private Rules(ListContent content) {
        this.content = content;
    }

    /** Compiles all rules of a list, or names all that is wrong with them. */
    public static Rules compile(ListContent content) throws RuleException {
        var rules = new Rules(content);
        var problems = new ArrayList<RuleProblem>();
        content.items().forEach(item -> rules.read(item, problems));
        if (!problems.isEmpty()) {
            throw new RuleException(List.copyOf(problems));
        }
        return rules;
    }

    /** Demands of a list that is to be published more than of one that is: its rules must make sense, too. */
    static void proofread(ListContent content) throws RuleException {
        var problems = content.items().stream().flatMap(item -> problems(content, item).stream()).toList();
        if (!problems.isEmpty()) {
            throw new RuleException(problems);
        }
    }

    /** What is wrong with the rules of one item, as far as it can be told before it is saved. */
    public static List<RuleProblem> problems(ListContent content, ConditionItem item) {
        var problems = new ArrayList<RuleProblem>();
        var rules = new Rules(content);
        rules.read(item, problems);
        if (problems.isEmpty()) {
            var read = rules.rules.get(item.code());
            problems.addAll(new RuleSense(item, "when").problems(read.when().tree()));
            problems.addAll(new RuleSense(item, "rule").problems(read.rule().tree()));
        }
        if (problems.isEmpty()) {
            rules.sayEverything(item, problems);
        }
        return problems;
    }

    /** What pages will say of the item is said once while its author can still change it. */
    private void sayEverything(ConditionItem item, List<RuleProblem> problems) {
        try {
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                requirement(item, locale);
                appliesWhen(item, locale);
            }
            check(item, Map.of(), null);
        } catch (RuntimeException e) {
            problems.add(new RuleProblem(item.code(), "rule", 0, "condition.rule.unreadable", List.of(String.valueOf(e.getMessage()))));
        }
    }

    private void read(ConditionItem item, List<RuleProblem> problems) {
        var rule = new RuleProofreading(item.code(), "rule", item.rule(), new RuleLanguage(content.facts(), item, true));
        var when = new RuleProofreading(item.code(), "when", item.when() == null || item.when().isBlank() ? "true" : item.when(),
                new RuleLanguage(content.facts(), item, false));
        var compiled = Stream.of(when.read(), rule.read()).map(part -> part.orElse(null)).toList();
        var used = compiled.stream().filter(Objects::nonNull).flatMap(part -> part.facts().stream()).collect(Collectors.toSet());
        rules.put(item.code(), new ItemRules(compiled.getFirst(), compiled.getLast(), content.facts().stream().filter(fact -> used.contains(fact.name())).toList()));
        problems.addAll(when.problems());
        problems.addAll(rule.problems());
    }

    /** The facts that any rule uses, and so the only ones worth asking for. */
    public Set<String> factsUsed() {
        return rules.keySet().stream().flatMap(code -> factsOf(code).stream()).collect(Collectors.toSet());
    }

    /** The facts that the rules of one item use. */
    Set<String> factsOf(String code) {
        var used = new HashSet<>(factsDeciding(code));
        used.addAll(rules.get(code).rule().facts());
        return used;
    }

    /** The facts that decide whether an item applies. */
    Set<String> factsDeciding(String code) {
        return rules.get(code).when().facts();
    }

    /** Whether an item applies to these facts; null where they do not tell. */
    Boolean applies(ConditionItem item, Map<String, ?> facts) {
        return rules.get(item.code()).when().evaluate(values(item, facts, null)).holds();
    }

    /** Judges the answers (by item code) to some items of this list, with the parameters that these items carry. */
    public List<Finding> check(List<ConditionItem> items, Map<String, ?> facts, Map<String, ?> answers) {
        return items.stream().map(item -> check(item, facts, answers.get(item.code()))).toList();
    }

    public Finding check(ConditionItem item, Map<String, ?> facts, Object answer) {
        var values = values(item, facts, answer);
        var rule = rules.get(item.code());
        var applies = rule.when().evaluate(values);
        var outcome = rule.rule().evaluate(values);
        return new Explanation(content, item, values, rule.when().tree(), applies, rule.rule().tree(), outcome).finding();
    }

    /** What the rule asks for, said without anybody's figures; empty where it asks for no figure. */
    public String requirement(ConditionItem item, Locale locale) {
        return plainly(item, rules.get(item.code()).rule(), locale, Wording::requirement);
    }

    /** When the item applies, in words; empty for one that applies to everybody. */
    public String appliesWhen(ConditionItem item, Locale locale) {
        return plainly(item, rules.get(item.code()).when(), locale, Wording::appliesWhen);
    }

    /** How many parts the rules of an item have; without loops each is reckoned once, so that this is what a check costs. */
    public long parts(String code) {
        return rules.get(code).when().tree().all().count() + rules.get(code).rule().tree().all().count();
    }

    /** Whether the item asks for anything at all. */
    boolean canFail(ConditionItem item) {
        return !(rules.get(item.code()).rule().tree() instanceof Term.Literal);
    }

    /** The names of the parameters that the item's rule reckons with. */
    Set<String> parametersOf(String code) {
        return rules.get(code).rule().tree().names().filter(Term.Name::parameter).map(Term.Name::bare).collect(Collectors.toSet());
    }

    private String plainly(ConditionItem item, CompiledRule rule, Locale locale, BiFunction<Wording, Term, Optional<String>> words) {
        var values = values(item, Map.of(), null);
        return words.apply(new Wording(content, item, values, rule.evaluate(values).values(), Phrases.of(locale)), rule.tree()).orElse("");
    }

    private Map<String, Object> values(ConditionItem item, Map<String, ?> facts, Object answer) {
        var values = new HashMap<String, Object>();
        item.parameters().forEach((name, parameter) -> values.put(RuleLanguage.PARAMETER + name, parameter.value()));
        for (var fact : rules.get(item.code()).facts()) {
            var value = value(facts.get(fact.name()), fact.type() == FactType.NUMBER, fact.type() == FactType.YES_NO);
            if (value != null) {
                values.put(RuleLanguage.FACT + fact.name(), value);
            }
        }
        var given = item.answer() == AnswerType.NONE ? null
                : value(answer, item.answer() == AnswerType.NUMBER, item.answer() == AnswerType.YES_NO);
        if (given != null) {
            values.put(RuleLanguage.ANSWER, given);
        }
        if (item.answer() == AnswerType.DATE) {
            date(given).ifPresent(answered -> date(value(facts.get(DAY), false, false)).ifPresent(day ->
                    values.put(RuleLanguage.AGE, (double) ChronoUnit.DAYS.between(answered, day))));
        }
        return values;
    }

    private static Optional<LocalDate> date(Object given) {
        return given instanceof String text ? Formula.date(text) : Optional.empty();
    }

    /** A value of another type than the rule expects is as good as none. */
    private static Object value(Object given, boolean number, boolean yesNo) {
        return switch (given) {
            case Number value when number && Double.isFinite(value.doubleValue()) -> value.doubleValue();
            case Boolean value when yesNo -> value;
            case LocalDate value when !number && !yesNo -> value.toString();
            case String value when !number && !yesNo -> value.strip();
            case null, default -> null;
        };
    }
}
