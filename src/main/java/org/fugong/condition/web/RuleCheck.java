package org.fugong.condition.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ListContent;
import org.fugong.rule.RuleProblem;
import org.fugong.rule.Rules;

/** What an author is told of the rules as typed so far: what is wrong and where, or how they read and what they cost. */
record RuleCheck(List<Fault> faults, List<Reading> readings, int characters, long parts) {

    /** A problem, and the text that it stands in cut at its place; {@code marked} is null where it is about the whole. */
    record Fault(RuleProblem problem, String before, String marked, String after) {

        static Fault of(RuleProblem problem, String text) {
            if (problem.place() <= 0 || text == null || text.isEmpty()) {
                return new Fault(problem, null, null, null);
            }
            int start = Math.min(problem.place(), text.length()) - 1;
            int end = start + 1;
            if (inName(text, start)) {
                while (end < text.length() && inName(text, end)) {
                    end++;
                }
            }
            start -= Character.isLowSurrogate(text.charAt(start)) ? 1 : 0;
            end += end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? 1 : 0;
            return new Fault(problem, text.substring(0, start), text.substring(start, end), text.substring(end));
        }

        private static boolean inName(String text, int at) {
            char c = text.charAt(at);
            return c == '.' || c == '_' || Character.isLetterOrDigit(c);
        }
    }

    /** The rules in words of one language; either may be empty. */
    record Reading(String language, String applies, String requires) {
    }

    static RuleCheck of(ListContent content, ConditionItem item) {
        var problems = Rules.problems(content, item);
        if (!problems.isEmpty()) {
            return new RuleCheck(
                    problems.stream().map(problem -> Fault.of(problem, problem.part().equals("when") ? item.when() : item.rule())).toList(),
                    List.of(), 0, 0);
        }
        var rules = Rules.compile(content.withItems(List.of(item)));
        var readings = Stream.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)
                .map(language -> new Reading(language.toLanguageTag(), rules.appliesWhen(item, language),
                        rules.requirement(item, language)))
                .filter(reading -> !reading.applies().isEmpty() || !reading.requires().isEmpty()).toList();
        return new RuleCheck(List.of(), readings, item.rule().length() + (item.when() == null ? 0 : item.when().length()),
                rules.parts(item.code()));
    }
}
