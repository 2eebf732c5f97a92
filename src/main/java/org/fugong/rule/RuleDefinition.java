package org.fugong.rule;

import java.util.List;
import java.util.Map;

/** How a question is answered and judged: the type of its answer, what can be chosen, its rule and the rule's parameters. */
public record RuleDefinition(AnswerType answer, List<String> options, String rule, Map<String, Parameter> parameters) {
}
