package org.fugong.filing;

import java.util.List;
import java.util.Map;
import org.fugong.rule.Finding;

/**
 * What a draft comes to when it is submitted: all its facts, what the rules found, what is owed for now, and what of it a check has
 * confirmed already.
 */
public record ReviewedContents(Map<String, Object> facts, List<Finding> findings, List<OwedItem> owed, List<SuppliedItem> supplied) {
}
