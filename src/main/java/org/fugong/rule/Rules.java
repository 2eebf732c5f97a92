package org.fugong.rule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The rules of one list version, compiled once; they judge answers and explain the verdict, with the figures that a county has set. */
public final class Rules {

    /** The name under which facts hold the day on which they are judged, as ISO text. */
    public static final String DAY = "day";
    /** The longest rule, in characters. */
    public static final int LONGEST = 2000;

    private final RuleSource content;
    private final Map<String, CompiledRules> rules = new LinkedHashMap<>();

    private Rules(RuleSource content) {
        this.content = content;
    }

    /** Compiles all rules of a list, or names all that is wrong with them. */
    public static Rules compile(RuleSource content) throws RuleException {
        var rules = new Rules(content);
        var problems = new ArrayList<RuleProblem>();
        content.items().forEach(item -> rules.read(item, problems));
        if (!problems.isEmpty()) {
            throw new RuleException(List.copyOf(problems));
        }
        return rules;
    }

    /** Demands of a list that is to be published more than of one that is: its rules must make sense, too. */
    public static void proofread(RuleSource content) throws RuleException {
        var problems = content.items().stream().flatMap(item -> problems(content, item).stream()).toList();
        if (!problems.isEmpty()) {
            throw new RuleException(problems);
        }
    }

    /** What is wrong with the rules of one item, as far as it can be told before it is saved. */
    public static List<RuleProblem> problems(RuleSource content, Question item) {
        var problems = new ArrayList<RuleProblem>();
        var rules = new Rules(content);
        rules.read(item, problems);
        if (problems.isEmpty()) {
            var read = rules.rules.get(item.code());
            problems.addAll(new RulePlausibility(item, "when").problems(read.when()));
            problems.addAll(new RulePlausibility(item, "rule").problems(read.rule()));
        }
        if (problems.isEmpty()) {
            rules.sayEverything(item, problems);
        }
        return problems;
    }

    /** What pages will say of the item is said once while its author can still change it. */
    private void sayEverything(Question item, List<RuleProblem> problems) {
        try {
            for (var locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                requirement(item, locale);
                appliesWhen(item, locale);
            }
            check(item, Map.of(), null);
        } catch (RuntimeException e) {
            problems.add(new RuleProblem(item.code(), "rule", 0, "rule.problem.unreadable", List.of(String.valueOf(e.getMessage()))));
        }
    }

    private void read(Question item, List<RuleProblem> problems) {
        var rule = new RuleCompiler(item.code(), "rule", item.rule(), new RuleLanguage(content.facts(), item, true));
        var when = new RuleCompiler(item.code(), "when", item.when() == null || item.when().isBlank() ? "true" : item.when(),
                new RuleLanguage(content.facts(), item, false));
        var asked = when.read();
        var met = rule.read();
        asked.ifPresent(one -> met.ifPresent(other -> rules.put(item.code(), CompiledRules.of(one, other, content.facts()))));
        problems.addAll(when.problems());
        problems.addAll(rule.problems());
    }

    /** The facts that any rule uses, and so the only ones worth asking for. */
    public Set<String> factsUsed() {
        return rules.values().stream().flatMap(item -> item.facts().stream()).collect(Collectors.toSet());
    }

    /** The facts that the rules of one item use. */
    public Set<String> factsOf(String code) {
        return rules.get(code).facts();
    }

    /** The facts that decide whether an item applies. */
    public Set<String> factsDeciding(String code) {
        return rules.get(code).deciding();
    }

    /** Whether an item applies to these facts; null where they do not tell. */
    public Boolean applies(Question item, Map<String, ?> facts) {
        var rule = rules.get(item.code());
        return rule.given(item, facts, null).holds(rule.when());
    }

    /** Judges the answers (by item code) to some items of this list, with the parameters that these items carry. */
    public List<Finding> check(List<? extends Question> items, Map<String, ?> facts, Map<String, ?> answers) {
        return items.stream().map(item -> check(item, facts, answers.get(item.code()))).toList();
    }

    public Finding check(Question item, Map<String, ?> facts, Object answer) {
        var rule = rules.get(item.code());
        return new Explanation(new RuleCalculation(content, item, rule.given(item, facts, answer)), rule.when(), rule.rule()).finding();
    }

    /** What the rule asks for, said without anybody's figures; empty where it asks for no figure. */
    public String requirement(Question item, Locale locale) {
        return requirement(item, Map.of(), locale);
    }

    /** The same with the figures of a firm, as far as these facts tell them: not less than 600, and not per person. */
    public String requirement(Question item, Map<String, ?> facts, Locale locale) {
        return plainly(item, facts, CompiledRules::rule, locale, Requirement::of);
    }

    /** When the item applies, in words; empty for one that applies to everybody. */
    public String appliesWhen(Question item, Locale locale) {
        return plainly(item, Map.of(), CompiledRules::when, locale, Requirement::appliesWhen);
    }

    /** How many parts the rules of an item have; without loops each is computed once, so that this is what a check costs. */
    public long parts(String code) {
        return rules.get(code).when().all().count() + rules.get(code).rule().all().count();
    }

    /** Whether the item asks for anything at all. */
    public boolean canFail(Question item) {
        return !(rules.get(item.code()).rule() instanceof Expression.Literal);
    }

    /** The names of the parameters that the item's rule computes with. */
    public Set<String> parametersOf(String code) {
        return rules.get(code).parameters();
    }

    private String plainly(Question item, Map<String, ?> facts, Function<CompiledRules, Expression> part, Locale locale,
            BiFunction<Requirement, Expression, Optional<String>> words) {
        var rule = rules.get(item.code());
        return words.apply(
                new FindingText(new RuleCalculation(content, item, rule.given(item, facts, null)), RuleTexts.of(locale)).requirements(),
                part.apply(rule)).orElse("");
    }
}
