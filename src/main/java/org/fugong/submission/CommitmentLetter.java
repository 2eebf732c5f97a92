package org.fugong.submission;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.adaptation.CountyList;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.filing.Applicable;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingSubject;
import org.fugong.filing.OwedDays;
import org.fugong.filing.OwedItem;
import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.region.Regions;
import org.fugong.risk.RiskLevel;
import org.fugong.rule.Finding;
import org.fugong.rule.Verdict;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a commitment 告知承诺书: the conditions that were notified, what is promised, and what follows if it is not true. */
@Component
public class CommitmentLetter {

    private final MessageSource messages;
    private final Regions regions;
    private final OwedDays owedDays;

    /** What a firm is told: the conditions of a list, by the level that made it apply, with what is owed and what was found. */
    private record LetterContents(FilingSubject subject, String county, String notice, RiskLevel level, CountyList list,
            List<OwedItem> owed, List<Finding> findings, Map<String, Object> facts) {
    }

    CommitmentLetter(MessageSource messages, Regions regions, OwedDays owedDays) {
        this.messages = messages;
        this.regions = regions;
        this.owedDays = owedDays;
    }

    /** The text that is signed and kept: Chinese, line by line. */
    String text(Filing draft, FilingSubject subject, Applicable applicable, Review review, LocalDate day) {
        return String.join("\n",
                lines(contents(subject, applicable, review), draft.signedName(), draft.signedRole(), day, Locale.SIMPLIFIED_CHINESE));
    }

    /** What a draft's letter says as it stands, in the reader's language; what is signed is the Chinese text. */
    public List<String> lines(Draft draft, LocalDate day, Locale locale) {
        return lines(contents(FilingSubmission.subject(draft.enterprise(), draft.site()), draft.applicable(), draft.review()),
                draft.filing().signedName(), draft.filing().signedRole(), day, locale);
    }

    /**
     * What the letter says by which the conditions of an application are promised, too; where it takes effect on that, what is
     * owed is due by a day.
     */
    public List<String> lines(Filing application, CountyList list, boolean effective, Signatory signatory, LocalDate day,
            Locale locale) {
        var owed = owedDays.of(application).stream().map(item -> effective ? item.countedFrom(day) : item).toList();
        return lines(new LetterContents(application.subject(), application.county(), application.basis().notice(),
                application.basis().level(), list, owed, application.findings(), application.facts()), signatory.name(), signatory.role(),
                day, locale);
    }

    private static LetterContents contents(FilingSubject subject, Applicable applicable, Review review) {
        var county = applicable.county();
        return new LetterContents(subject, applicable.location().county(), county.notice(), county.level(), applicable.list(),
                review.owed(), review.findings(), review.facts());
    }

    private List<String> lines(LetterContents contents, String name, String role, LocalDate day, Locale locale) {
        var lines = new ArrayList<String>();
        var subject = contents.subject;
        var list = contents.list;
        lines.add(say(locale, "letter.title"));
        lines.add(say(locale, "letter.firm", subject.name(), subject.creditCode()));
        lines.add(say(locale, "letter.site", subject.site(), subject.address(), regions.name(contents.county, locale).orElse("")));
        lines.add(say(locale, "letter.told", contents.notice, say(locale, "risk-level." + contents.level), list.versionLabel()));
        Map<String, OwedItem> owed = contents.owed.stream().collect(Collectors.toMap(OwedItem::code, item -> item));
        var findings = contents.findings.stream().collect(Collectors.toMap(Finding::code, finding -> finding));
        int number = 0;
        for (var item : list.items()) {
            var finding = findings.get(item.code());
            if (item.use() != ConditionUse.GUIDE && (finding == null || finding.verdict() != Verdict.NOT_APPLICABLE)) {
                lines.add(++number + ". " + item.code() + " " + promise(list, item, contents.facts, locale)
                        + (owed.containsKey(item.code()) ? say(locale, "letter.owed", due(owed.get(item.code()), locale)) : ""));
            }
        }
        lines.add(say(locale, "letter.promise"));
        for (int point = 1; point <= 4; point++) {
            lines.add(say(locale, "letter.promise." + point));
        }
        lines.add(say(locale, "letter.liability"));
        for (int point = 1; point <= 4; point++) {
            lines.add(say(locale, "letter.liability." + point));
        }
        lines.add(say(locale, "letter.rights"));
        lines.add(say(locale, "letter.signed", text(name), text(role), day(day, locale)));
        return lines;
    }

    /** One condition as the firm promises it, with the figures that its facts come to. */
    public String promise(CountyList list, ConditionItem item, Map<String, Object> facts, Locale locale) {
        var requirement = list.requirement(item.code(), facts, locale);
        return requirement.isEmpty() ? item.title(locale) : say(locale, "letter.figure", item.title(locale), requirement);
    }

    private String due(OwedItem owed, Locale locale) {
        if (owed.dueOn() != null) {
            return say(locale, "owed.by", day(owed.dueOn(), locale));
        }
        return owed.daysAfterPermission() == null
                ? say(locale, "owed.after-epidemic", owed.daysAfterEpidemic())
                : say(locale, "letter.after-start", owed.daysAfterPermission());
    }

    private String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(say(locale, "format.day"), locale).format(day);
    }

    private String say(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments.length == 0 ? null : arguments, locale);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
