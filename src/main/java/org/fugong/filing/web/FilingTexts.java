package org.fugong.filing.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fugong.adaptation.CountyList;
import org.fugong.audit.Entry;
import org.fugong.condition.ConditionItem;
import org.fugong.enterprise.PhoneTexts;
import org.fugong.filing.Answer;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingAct;
import org.fugong.filing.FilingKind;
import org.fugong.filing.FilingSettings;
import org.fugong.filing.FilingState;
import org.fugong.filing.Fingerprint;
import org.fugong.filing.OwedDays;
import org.fugong.filing.OwedItem;
import org.fugong.filing.OwedTexts;
import org.fugong.filing.SuppliedItem;
import org.fugong.filing.version.DifferenceTexts;
import org.fugong.risk.Regime;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Fact;
import org.fugong.web.Dates;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what a filing holds into the reader's words; in templates {@code @filingTexts}. */
@Component
class FilingTexts {

    private final MessageSource messages;
    private final Dates dates;
    private final FilingSettings settings;
    private final OwedTexts owedTexts;
    private final OwedDays owedDays;
    private final PhoneTexts phones;
    private final DifferenceTexts differences;

    FilingTexts(MessageSource messages, Dates dates, FilingSettings settings, OwedTexts owedTexts, OwedDays owedDays, PhoneTexts phones,
            DifferenceTexts differences) {
        this.messages = messages;
        this.dates = dates;
        this.settings = settings;
        this.owedTexts = owedTexts;
        this.owedDays = owedDays;
        this.phones = phones;
        this.differences = differences;
    }

    /** What was answered to a condition, or promised. */
    public String answer(Filing filing, CountyList list, ConditionItem item) {
        var answer = filing.answer(item.code());
        if (item.answer() == AnswerType.NONE) {
            return say("answer.facts");
        }
        return filing.kind() == FilingKind.COMMITMENT ? promise(answer) : value(list, item, answer.value());
    }

    /** What the firm answered when it supplied an item. */
    public String supplied(CountyList list, ConditionItem item, SuppliedItem supplied) {
        return value(list, item, supplied.value());
    }

    private String promise(Answer answer) {
        return say(answer.owed() ? "verdict.OWED" : answer.confirmed() == null ? "answer.none" : "answer.promised");
    }

    private String value(CountyList list, ConditionItem item, Object value) {
        return switch (value) {
            case null -> say("answer.none");
            case Boolean yes -> say(yes ? "answer.yes" : "answer.no");
            case Number number -> list.amount(number.doubleValue(), item.unit(), locale());
            default -> item.answer() == AnswerType.DATE
                    ? day(value.toString())
                    : "phone".equals(item.unit()) ? phones.shown(value.toString()) : value.toString();
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

    /** What is owed, what is due first in front; what has no day yet comes last. */
    public List<OwedItem> byDay(Filing filing) {
        return owedDays.of(filing).stream().sorted(Comparator.comparing(OwedItem::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    /** Until when an item is owed. */
    public String due(OwedItem item) {
        return owedTexts.due(item);
    }

    /** Until when an item of a draft would be owed if it were filed today. */
    public String due(ConditionItem item, Filing draft) {
        return owedTexts.due(item, draft);
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
            case "filing.submitted" -> say("step.submitted." + after.get("kind"), after.getOrDefault("met", 0),
                    after.getOrDefault("promised", 0), after.getOrDefault("owed", 0));
            case "filing.refused" -> after.get("contradiction") == null
                    ? say("step.refused")
                    : say("step.refused.contradicting", after.get("contradiction"));
            case "filing.closed", "filing.took-effect", "filing.signed", "filing.advised", "filing.permitted", "filing.started",
                    "filing.withdrawn", "filing.superseded", "filing.suspended", "filing.resumed", "filing.accepted" ->
                say("step." + entry.action().substring("filing.".length()));
            case "filing.changed" -> differences.words(after);
            case "filing.ended" -> after.get("owed") == null ? say("step.ended") : say("step.ended.owing", codes(after.get("owed")));
            case "filing.not-accepted" -> say("step.not-accepted", after.get("reason"));
            case "filing.correction-asked" -> say("step.correction-asked", targets(after.get("targets")));
            case "filing.corrected" -> say("step.corrected", targets(after.get("changed")));
            case "opinion.given" -> opinion(after);
            case "application.escalated" -> say("step.escalated", say("role." + after.get("to")));
            case "filing.supplied" -> say(Boolean.TRUE.equals(after.get("byFirm")) ? "step.supplied.firm" : "step.supplied",
                    codes(after.get("items")));
            case "filing.owed-overdue" -> say("step.owed-overdue", codes(after.get("items")));
            case "behalf-entry.opened" -> say("step.behalf-entry.opened", say("entry-channel." + after.get("channel")));
            case "behalf-entry.submitted" -> say("step.behalf-entry.submitted", say("entry-channel." + after.get("channel")));
            case "filing.switched" -> say("step.switched", say("kind." + after.get("kind")));
            case "filing.list-changed" -> list(after);
            case "obligation.asked", "obligation.fulfilled", "obligation.lapsed", "obligation.confirmed" -> duty(entry);
            default -> entry.action();
        };
    }

    /** Whether a department agrees; its reasons are merged into the reply, so here they are named by their items. */
    private String opinion(Map<String, Object> after) {
        var department = say("department." + after.get("department"));
        return after.get("reasons") instanceof List<?> reasons
                ? say("step.opinion.disagrees", department, reasons.stream()
                        .map(reason -> ((Map<?, ?>) reason).get("code").toString()).collect(Collectors.joining(" ")))
                : say("step.opinion.agrees", department);
    }

    /** Items by their codes, fields of the plan by their names. */
    private String targets(Object targets) {
        return targets instanceof List<?> list
                ? list.stream().map(Object::toString).map(target -> target.startsWith("facts.")
                        ? say("facts.title")
                        : messages.getMessage(target, null, target, locale()))
                        .collect(Collectors.joining(say("condition.comma")))
                : "";
    }

    /** What a firm may do, one after the other. */
    public String acts(List<FilingAct> acts) {
        return acts.stream().map(act -> say("filing.act." + act)).collect(Collectors.joining(say("filing.act.or")));
    }

    private String list(Map<String, Object> after) {
        var version = after.get("version");
        var missed = codes(after.get("missed"));
        return Boolean.TRUE.equals(after.get("draft"))
                ? say("step.list-changed.draft", version)
                : missed.isEmpty()
                        ? say("step.list-changed.met", version, codes(after.get("met")))
                        : say("step.list-changed.missed", version, missed);
    }

    private String duty(Entry entry) {
        var after = entry.after();
        var due = after.get("dueOn");
        return say("step.obligation." + entry.action().substring("obligation.".length()), say("duty." + after.get("duty")),
                due == null ? "" : dates.day(LocalDate.parse(due.toString())),
                codes(after.get("items")));
    }

    private static String codes(Object items) {
        return items instanceof List<?> list ? list.stream().map(Object::toString).collect(Collectors.joining(" ")) : "";
    }

    /** The state, and whether work may start, which in a county at low risk it always may. */
    public String state(FilingState state) {
        return say((state.mayStart() ? "filing-state.start." : "filing-state.") + state);
    }

    /** The same under the county's present regime: an application waits for no reply where there is none any more. */
    public String state(FilingState state, Regime now) {
        return state.undecided() && now != Regime.APPROVAL ? say("filing-state.unanswered." + now) : state(state);
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
