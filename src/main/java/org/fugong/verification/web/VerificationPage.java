package org.fugong.verification.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.fugong.attachment.AttachedFiles;
import org.fugong.audit.Entry;
import org.fugong.condition.Category;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.Filing;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.fugong.verification.Verification;

/** One verification as it is shown: the filing, the items by category with what was filed, and what has happened. */
record VerificationPage(Verification verification, Filing filing, String listVersion, List<Group> groups,
        List<Item> ordered, List<Entry> history, boolean lowRisk, AttachedFiles attached) {

    /** The items under one heading. */
    record Group(Category category, List<Item> items) {

        private Group foremostFirst() {
            return new Group(category, items.stream().sorted(Comparator.comparingInt(Item::rank)).toList());
        }

        private int rank() {
            return items.stream().mapToInt(Item::rank).min().orElseThrow();
        }
    }

    /** One item: what is asked in figures and what the rules said of the answer when it was filed. */
    record Item(ConditionItem condition, String requirement, Finding finding, boolean owed, Object answer) {

        public String code() {
            return condition.code();
        }

        /** Whether it did not apply when it was filed, so that what is found wrong with it has to be written down. */
        public boolean inapplicable() {
            return finding != null && finding.verdict() == Verdict.NOT_APPLICABLE;
        }

        public String asked(Locale locale) {
            return requirement.isEmpty() ? condition.ask(locale) : requirement;
        }

        private int rank() {
            return switch (finding == null ? Verdict.UNSURE : finding.verdict()) {
                case UNMET -> 0;
                case UNSURE -> 1;
                case MET -> 2;
                case NOT_APPLICABLE -> 3;
            };
        }
    }

    /**
     * The same with what was not met when it was filed in front, then what could not be told, then what was met and what did not
     * apply: in each category, and of the categories the one with the foremost item. What is alike stays in the order of the list.
     */
    VerificationPage foremostFirst() {
        return new VerificationPage(verification, filing, listVersion,
                groups.stream().map(Group::foremostFirst).sorted(Comparator.comparingInt(Group::rank)).toList(), ordered, history, lowRisk,
                attached);
    }

    /** The items that were found to fail, which an order names. */
    public List<Item> failing() {
        var failed = verification.results().failed();
        return groups.stream().flatMap(group -> group.items().stream()).filter(item -> failed.contains(item.code())).toList();
    }

    /** The day that an order gave before it was extended or sent back. */
    LocalDate firstDeadline() {
        return history.stream().filter(step -> step.action().equals("verification.decided")).map(step -> step.after().get("by"))
                .findFirst().map(by -> LocalDate.parse(by.toString())).orElseGet(verification::rectifyBy);
    }

    public Entry latest() {
        return history.isEmpty() ? null : history.getLast();
    }

    public long marked() {
        return verification.results().items().values().stream().filter(result -> result.mark() != null).count();
    }

    public int size() {
        return groups.stream().mapToInt(group -> group.items().size()).sum();
    }
}
