package org.fugong.condition.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.fugong.condition.ConditionItem;
import org.fugong.condition.ConditionUse;
import org.fugong.condition.Deferral;
import org.fugong.condition.Handling;
import org.fugong.condition.TextLimits;
import org.fugong.condition.page.ParameterForm;
import org.fugong.rule.AnswerType;
import org.fugong.rule.Parameter;
import org.fugong.rule.Rules;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;

/** A condition as an admin types it, in the order of the page; several lines stand for several papers or choices. */
record ListItemForm(@Required @Line(max = 3) String code, @Required @Line(max = 10) String category,
        @Required @Line(max = TextLimits.TITLE) String title, @Required @Line(max = TextLimits.TITLE_EN) String titleEn,
        @Line(max = TextLimits.ASK) String ask, @Line(max = TextLimits.ASK_EN) String askEn,
        @Line(max = TextLimits.NOTE, multiline = true) String help, @Line(max = TextLimits.NOTE_EN, multiline = true) String helpEn,
        @Required @Line(max = 10) String answer, @Line(max = 30) String unit, @Line(max = 1000, multiline = true) String options,
        @Line(max = Rules.LONGEST, multiline = true) String when, @Required @Line(max = Rules.LONGEST, multiline = true) String rule,
        List<ParameterForm> parameters,
        @Line(max = 1000, multiline = true) String evidence, @Line(max = 2000, multiline = true) String evidenceEn,
        @Required @Line(max = 10) String use, String veto, @Line(max = 20) String deferral, @Line(max = 6) String deferralDays,
        @Required @Line(max = TextLimits.BASIS) String basis,
        @Line(max = TextLimits.NOTE, multiline = true) String process, @Line(max = TextLimits.NOTE_EN, multiline = true) String processEn,
        @Line(max = TextLimits.NOTE, multiline = true) String materials,
        @Line(max = TextLimits.NOTE_EN, multiline = true) String materialsEn,
        @Line(max = TextLimits.TIME) String time, @Line(max = TextLimits.TIME_EN) String timeEn, @Line(max = 20) String lock) {

    static final String DAYS = "DAYS";
    static final String EPIDEMIC_END = "EPIDEMIC_END";

    static ListItemForm of(ConditionItem item, long lock) {
        var deferral = item.deferral();
        var handling = item.handling();
        return new ListItemForm(item.code(), item.category(), item.title(), item.titleEn(), item.ask(), item.askEn(), item.help(),
                item.helpEn(),
                item.answer().name(), item.unit(), lines(item.options()), item.when(), item.rule(),
                item.parameters().entrySet().stream().map(ParameterForm::of).toList(), lines(item.evidence()), lines(item.evidenceEn()),
                item.use().name(), String.valueOf(item.veto()), deferral == null ? "" : deferral.untilEpidemicEnd() ? EPIDEMIC_END : DAYS,
                deferral == null ? "" : String.valueOf(deferral.untilEpidemicEnd() ? deferral.plusDays() : deferral.maxDays()),
                item.basis(), handling.process(), handling.processEn(), handling.materials(), handling.materialsEn(),
                handling.time(), handling.timeEn(), String.valueOf(lock));
    }

    /** The figures to show: those typed and an empty row for one more. */
    public List<ParameterForm> rows() {
        var rows = new ArrayList<ParameterForm>();
        if (parameters != null) {
            parameters.forEach(row -> rows.add(row == null ? ParameterForm.EMPTY : row));
        }
        if (rows.isEmpty() || rows.getLast().given() || rows.getLast().nameless()) {
            rows.add(ParameterForm.EMPTY);
        }
        return rows;
    }

    /** The same, with its rule written anew; figures that cannot be read yet stay as they were typed. */
    ListItemForm ruled(ConditionItem item) {
        var figures = Stream.concat(item.parameters().entrySet().stream().map(ParameterForm::of),
                rows().stream().filter(row -> row.nameless() || row.given() && row.fault().isPresent())).toList();
        return new ListItemForm(code, category, title, titleEn, ask, askEn, help, helpEn, item.answer().name(), unit, lines(item.options()),
                when, item.rule(),
                figures, evidence, evidenceEn, use, veto, deferral, deferralDays, basis, process, processEn, materials, materialsEn, time,
                timeEn, lock);
    }

    Optional<Long> seen() {
        return Typed.whole(lock).map(Integer::longValue);
    }

    /** The condition; what does not fit its type is left out, so that the rules can be looked at while all is still being typed. */
    ConditionItem item() {
        var figures = new LinkedHashMap<String, Parameter>();
        rows().stream().filter(row -> row.given() && row.fault().isEmpty())
                .forEach(row -> figures.put(row.name().strip(), row.parameter()));
        return new ConditionItem(code, category, strip(title), strip(titleEn), strip(ask), strip(askEn), strip(help), strip(helpEn),
                type().orElse(AnswerType.NONE), Typed.isBlank(unit) ? null : unit, split(options), strip(when), strip(rule), figures,
                split(evidence), split(evidenceEn), purpose().orElse(ConditionUse.GUIDE), "true".equals(veto), owed(),
                new Handling(strip(process), strip(processEn), strip(materials), strip(materialsEn), strip(time), strip(timeEn)),
                strip(basis));
    }

    private Deferral owed() {
        var days = Typed.whole(deferralDays).orElse(0);
        return Typed.isBlank(deferral)
                ? null
                : EPIDEMIC_END.equals(deferral) ? new Deferral(null, true, days) : new Deferral(days, false, null);
    }

    Optional<AnswerType> type() {
        return Stream.of(AnswerType.values()).filter(value -> value.name().equals(answer)).findFirst();
    }

    Optional<ConditionUse> purpose() {
        return Stream.of(ConditionUse.values()).filter(value -> value.name().equals(use)).findFirst();
    }

    private static String lines(List<String> texts) {
        return String.join("\n", texts);
    }

    static List<String> split(String text) {
        return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String strip(String text) {
        return Typed.isBlank(text) ? null : text.strip().replace("\r\n", "\n");
    }
}
