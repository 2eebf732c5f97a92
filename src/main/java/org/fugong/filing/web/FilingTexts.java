package org.fugong.filing.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.adaptation.CountyList;
import org.fugong.audit.Entry;
import org.fugong.condition.ConditionItem;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingSettings;
import org.fugong.filing.Fingerprint;
import org.fugong.filing.Obstacle;
import org.fugong.filing.OwedItem;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Fact;
import org.fugong.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what a filing holds into the reader's words; in templates {@code @filingWords}. */
@Component("filingWords")
class FilingTexts {

    private final MessageSource messages;
    private final Dates dates;
    private final FilingSettings settings;
    private final Clock clock;

    FilingTexts(MessageSource messages, Dates dates, FilingSettings settings, Clock clock) {
        this.messages = messages;
        this.dates = dates;
        this.settings = settings;
        this.clock = clock;
    }

    /** What was answered to a condition, or promised. */
    public String answer(Filing filing, CountyList list, ConditionItem item) {
        var answer = filing.answer(item.code());
        if (item.answer() == AnswerType.NONE) {
            return say("answer.facts");
        }
        return filing.kind() == FilingKind.COMMITMENT ? promise(answer) : value(list, item, answer.value());
    }

    private String promise(Answer answer) {
        return say(answer.owed() ? "verdict.OWED" : answer.confirmed() == null ? "answer.none" : "answer.promised");
    }

    private String value(CountyList list, ConditionItem item, Object value) {
        return switch (value) {
            case null -> say("answer.none");
            case Boolean yes -> say(yes ? "answer.yes" : "answer.no");
            case Number number -> list.amount(number.doubleValue(), item.unit(), locale());
            default -> item.answer() == AnswerType.DATE ? day(value.toString()) : value.toString();
        };
    }

    /** A fact as it was stated. */
    public String fact(CountyList list, Fact fact, Object value) {
        return switch (value) {
            case null -> say("answer.none");
            case Boolean yes -> say(yes ? "answer.yes" : "answer.no");
            case Number number -> list.amount(number.doubleValue(), fact.unit(), locale());
            default -> value.toString();
        };
    }

    /** Until when an item is owed. */
    public String due(OwedItem owed) {
        return owed.dueOn() == null ? say("owed.after-epidemic", owed.daysAfterEpidemic()) : say("owed.by", dates.day(owed.dueOn()));
    }

    /** Until when an item would be owed if it were filed today. */
    public String due(ConditionItem item) {
        return due(OwedItem.from(item, LocalDate.ofInstant(clock.instant(), Dates.ZONE), settings.epidemicEnd()));
    }

    /** By code, for looking up. */
    public Map<String, OwedItem> owed(List<OwedItem> owed) {
        return owed.stream().collect(Collectors.toMap(OwedItem::code, item -> item));
    }

    /** Within how many working days the county acts on a kind of filing. */
    public int days(FilingKind kind) {
        return kind == FilingKind.APPLICATION ? settings.replyWorkingDays() : settings.verificationWorkingDays();
    }

    public int replyDays() {
        return settings.replyWorkingDays();
    }

    /** How a unit is written after a number. */
    public String unit(CountyList list, String unit) {
        var known = list.content().units().get(unit);
        return known == null ? unit : locale().getLanguage().equals("en") ? known.en() : known.zh();
    }

    public String fingerprint(ConditionItem item) {
        return Fingerprint.of(item);
    }

    /** One step of a filing's history. */
    public String step(Entry entry) {
        var after = entry.after();
        return switch (entry.action()) {
            case "filing.submitted" -> say("step.submitted." + after.get("kind"), after.getOrDefault("met", 0), after.getOrDefault("promised", 0), after.getOrDefault("owed", 0));
            case "filing.closed", "filing.took-effect", "filing.signed", "filing.advised", "filing.refused", "filing.permitted", "filing.started", "filing.withdrawn", "filing.superseded", "filing.suspended", "filing.resumed" ->
                    say("step." + entry.action().substring("filing.".length()));
            case "filing.switched" -> say("step.switched", say("kind." + after.get("kind")));
            case "obligation.asked", "obligation.fulfilled", "obligation.lapsed", "obligation.confirmed" -> duty(entry);
            default -> entry.action();
        };
    }

    private String duty(Entry entry) {
        var after = entry.after();
        var due = after.get("dueOn");
        return say("step.obligation." + entry.action().substring("obligation.".length()), say("duty." + after.get("duty")), due == null ? "" : dates.day(LocalDate.parse(due.toString())),
                after.get("items") instanceof List<?> items ? items.stream().map(Object::toString).collect(Collectors.joining(" ")) : "");
    }

    /** The page that deals with an obstacle, and leads straight back to the check. */
    public String place(String root, Obstacle obstacle) {
        return switch (obstacle.part()) {
            case ENTERPRISE -> "/my/enterprise";
            case PLAN -> root + "/plan?back=check#" + obstacle.field();
            case FACTS -> root + "/facts?back=check#" + obstacle.field();
            case CONDITIONS -> root + "/conditions/" + obstacle.category() + "?back=check#c-" + obstacle.field();
            case COMMITMENT -> root + "/commitment?back=check#" + (obstacle.item() == null ? "" : "c-") + obstacle.field();
        };
    }

    /** The state, and whether work may start, which in a county at low risk it always may. */
    public String state(Filing filing) {
        var key = "filing-state." + filing.state();
        return filing.state().mayStart() ? say("filing-state.start." + filing.state()) : say(key);
    }

    /** What stands in the way, in one line that says what to do about it. */
    public String obstacle(CountyList list, Obstacle obstacle) {
        if (obstacle.item() != null) {
            var what = obstacle.item().code() + " " + obstacle.item().title(locale());
            if (obstacle.problem() == Obstacle.Problem.UNMET && obstacle.item().deferrable()) {
                return say("obstacle.or-owe", what, obstacle.finding().text(locale()), due(obstacle.item()));
            }
            return obstacle.problem() == Obstacle.Problem.UNMET || obstacle.problem() == Obstacle.Problem.UNSURE
                    ? say("obstacle.of-item", what, obstacle.finding().text(locale())) : say("obstacle." + obstacle.problem(), what);
        }
        return switch (obstacle.part()) {
            case ENTERPRISE -> say("obstacle.enterprise");
            case FACTS -> say("obstacle.MISSING", list.content().fact(obstacle.field()).map(fact -> fact.label(locale())).orElse(obstacle.field()));
            default -> obstacle.problem() == Obstacle.Problem.IMPOSSIBLE ? say("obstacle.start") : say("obstacle.MISSING", say(
                    (obstacle.field().startsWith("signed") ? "commitment." : "plan.") + obstacle.field()));
        };
    }

    private String day(String value) {
        try {
            return dates.day(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return value;
        }
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
