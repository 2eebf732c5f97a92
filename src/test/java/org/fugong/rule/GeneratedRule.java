package org.fugong.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.ListContent;

/** A rule made up of anything that the language has, for an item with any type of answer. */
record GeneratedRule(AnswerType answer, String text, Map<String, Object> facts, Object answered) {

    private static final List<Fact> FACTS = List.of(
            new Fact("a", FactType.NUMBER, "person", "甲数", "Number a", null, false),
            new Fact("b", FactType.NUMBER, null, "乙数", "Number b", null, false),
            new Fact("c", FactType.YES_NO, null, "是否丙", "Is it c?", null, false),
            new Fact("d", FactType.YES_NO, null, "是否丁", "Is it d?", null, false),
            new Fact("e", FactType.TEXT, null, "戊文", "Text e", null, false),
            new Fact("g", FactType.CHOICE, null, "己类", "Class g", List.of("X", "Y"), false));
    private static final Map<String, Parameter> PARAMETERS = Map.of("m",
            new Parameter(2, "day", RelaxDirection.DOWN, 1.0, 9.0, "几天", "days of m"),
            "n", new Parameter(30, "%", RelaxDirection.UP, 1.0, 99.0, "几成", "share n"));
    private static final Map<String, Unit> UNITS = Map.of("person", new Unit("人", "people", "person"), "day", new Unit("天", "days", "day"));

    static GeneratedRule of(Random random) {
        var type = AnswerType.values()[random.nextInt(6)];
        var facts = new LinkedHashMap<String, Object>(Map.of(Rules.DAY, "2020-03-15"));
        FACTS.stream().filter(fact -> random.nextInt(6) > 0)
                .forEach(fact -> facts.put(fact.name(), value(random, AnswerType.valueOf(fact.type().name()))));
        return new GeneratedRule(type, new Writing(random, type).yesNo(4), facts, random.nextInt(6) > 0 ? value(random, type) : null);
    }

    ListContent list() {
        return new ListContent(List.of(), FACTS, List.of(item()), UNITS, null);
    }

    ConditionItem item() {
        return new ConditionItem("X01", "A", "某项要求", "Some demand", "某项如何？", "How is it?", null, null, answer,
                answer == AnswerType.NUMBER ? "person" : null,
                answer == AnswerType.CHOICE ? List.of("X", "Y") : null, null, text, PARAMETERS, null, null, ConditionUse.COMMIT, false,
                null, null, null);
    }

    private static Object value(Random random, AnswerType type) {
        return switch (type) {
            case YES_NO -> random.nextBoolean();
            case NUMBER -> figure(random);
            case DATE -> "2020-03-%02d".formatted(1 + random.nextInt(31));
            default -> one(random, "X", "Y", "", "2020-03-05");
        };
    }

    private static double figure(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> -random.nextInt(5);
            case 2 -> random.nextDouble() * 10;
            case 3 -> 1e300;
            default -> random.nextInt(6);
        };
    }

    private static String one(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private record Writing(Random random, AnswerType answer) {

        String yesNo(int depth) {
            if (depth == 0) {
                return answer == AnswerType.YES_NO && random.nextBoolean() ? "answer" : one(random, "f.c", "f.d", "true", "f.a > 2");
            }
            int less = depth - 1;
            return switch (random.nextInt(14)) {
                case 0, 1 -> yesNo(less) + " && (" + yesNo(less) + ")";
                case 2, 3 -> "(" + yesNo(less) + " || " + yesNo(less) + ")";
                case 4 -> "!(" + yesNo(less) + ")";
                case 5 -> "(" + yesNo(less) + " ? " + yesNo(less) + " : " + yesNo(less) + ")";
                case 6, 7, 8 -> "(" + number(less) + order() + number(less) + ")";
                case 9 -> "(" + text(less) + order() + text(less) + ")";
                case 10 -> number(less) + " in [" + number(less) + ", " + number(less) + "]";
                case 11 -> text(less) + " in [" + text(less) + ", 'X', " + text(less) + "]";
                case 12 -> "([" + number(less) + "]" + one(random, " == ", " != ") + "[" + number(less) + "])";
                default -> yesNo(0);
            };
        }

        private String number(int depth) {
            if (depth == 0) {
                return answer == AnswerType.NUMBER && random.nextBoolean()
                        ? "answer"
                        : answer == AnswerType.DATE && random.nextBoolean()
                                ? "age"
                                : one(random, "f.a", "f.b", "p.m", "p.n", "0", "1", "2.5", "-3", "100");
            }
            return switch (random.nextInt(6)) {
                case 0 -> "(" + number(depth - 1) + one(random, " + ", " - ", " * ", " / ") + number(depth - 1) + ")";
                case 1 -> "(" + yesNo(depth - 1) + " ? " + number(depth - 1) + " : " + number(depth - 1) + ")";
                default -> number(0);
            };
        }

        private String text(int depth) {
            boolean texts = answer == AnswerType.TEXT || answer == AnswerType.CHOICE || answer == AnswerType.DATE;
            return depth > 1 && random.nextInt(5) == 0
                    ? "(" + yesNo(depth - 1) + " ? " + text(depth - 1) + " : " + text(0) + ")"
                    : texts && random.nextBoolean() ? "answer" : one(random, "f.e", "f.g", "'X'", "''", "'2020-03-05'");
        }

        private String order() {
            return one(random, " >= ", " <= ", " > ", " < ", " == ", " != ");
        }
    }
}
