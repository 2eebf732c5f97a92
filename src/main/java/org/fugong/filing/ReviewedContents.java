package org.fugong.filing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.fugong.rule.Finding;

/**
 * What a draft comes to when it is submitted: all its facts, what the rules found, what is owed for now, and what of it a check has
 * confirmed already.
 *
 * @param owedFrom since when it is owed, where a version before said so; null where that follows from the submission or the reply
 */
public record ReviewedContents(Map<String, Object> facts, List<Finding> findings, List<OwedItem> owed, List<SuppliedItem> supplied,
        LocalDate owedFrom) {
}
