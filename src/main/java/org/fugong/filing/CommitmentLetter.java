package org.fugong.filing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.Use;
import org.fugong.condition.Verdict;
import org.fugong.region.Regions;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of a commitment 告知承诺书: the conditions that were notified, what is promised, and what follows if it is not true. */
@Component
public class CommitmentLetter {

    private final MessageSource messages;
    private final Regions regions;

    CommitmentLetter(MessageSource messages, Regions regions) {
        this.messages = messages;
        this.regions = regions;
    }

    /** The text that is signed and kept: Chinese, line by line. */
    String text(Filing draft, Subject subject, Applicable applicable, Review review, LocalDate day) {
        return String.join("\n", lines(draft, subject, applicable, review, day, Locale.SIMPLIFIED_CHINESE));
    }

    /** What a draft's letter says as it stands, in the reader's language; what is signed is the Chinese text. */
    public List<String> lines(Draft draft, LocalDate day, Locale locale) {
        return lines(draft.filing(), FilingSubmission.subject(draft.enterprise(), draft.site()), draft.applicable(), draft.review(), day, locale);
    }

    private List<String> lines(Filing draft, Subject subject, Applicable applicable, Review review, LocalDate day, Locale locale) {
        var lines = new ArrayList<String>();
        var list = applicable.list();
        lines.add(say(locale, "letter.title"));
        lines.add(say(locale, "letter.firm", subject.name(), subject.creditCode()));
        lines.add(say(locale, "letter.site", subject.site(), subject.address(), regions.name(applicable.location().county(), locale).orElse("")));
        lines.add(say(locale, "letter.told", applicable.county().notice(), say(locale, "risk-level." + applicable.county().level()), list.versionLabel()));
        Map<String, Owed> owed = review.owed().stream().collect(Collectors.toMap(Owed::code, item -> item));
        var findings = review.byCode();
        int number = 0;
        for (var item : list.items()) {
            if (item.use() != Use.GUIDE && findings.get(item.code()).verdict() != Verdict.NOT_APPLICABLE) {
                lines.add(++number + ". " + condition(item, list.requirement(item.code(), locale), owed.get(item.code()), locale));
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
        lines.add(say(locale, "letter.signed", text(draft.signedName()), text(draft.signedRole()), day(day, locale)));
        return lines;
    }

    private String condition(ConditionItem item, String requirement, Owed owed, Locale locale) {
        var text = item.code() + " " + item.title(locale) + (requirement.isEmpty() ? "" : say(locale, "letter.requirement", requirement));
        return owed == null ? text : text + say(locale, "letter.owed", due(owed, locale));
    }

    private String due(Owed owed, Locale locale) {
        return owed.dueOn() == null ? say(locale, "owed.after-epidemic", owed.daysAfterEpidemic()) : say(locale, "owed.by", day(owed.dueOn(), locale));
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
