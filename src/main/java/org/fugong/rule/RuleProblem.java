package org.fugong.rule;

import java.util.List;

/**
 * What is wrong with a rule and where: the item, its part ("rule" or "when"), the place in it (from 1; 0 is the whole),
 * and a message key with its arguments.
 */
public record RuleProblem(String code, String part, int place, String key, List<String> arguments) {
}
