package org.fugong.behalf.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.fugong.enterprise.Phone;
import org.fugong.filing.Answer;
import org.fugong.filing.FilingFacts;
import org.fugong.filing.FilingKind;
import org.fugong.filing.Fingerprint;
import org.fugong.filing.Plan;
import org.fugong.rule.AnswerType;
import org.fugong.submission.Draft;
import org.fugong.submission.field.ListedFieldReading;
import org.fugong.web.DayRange;
import org.fugong.web.Typed;

/** What an official typed from a paper, or was told: the plan, the facts of the site, what is said to the conditions, and who signed. */
record EntryReading(Plan plan, Map<String, Object> facts, Map<String, UnaryOperator<Answer>> answers, String signedName,
        String signedRole) {

    static EntryReading of(HttpServletRequest request, Draft draft, LocalDate today, Locale locale, ListedFieldReading reading) {
        var list = draft.applicable().list();
        var kind = draft.filing().kind();
        var facts = new HashMap<String, Object>();
        var answers = new HashMap<String, UnaryOperator<Answer>>();
        if (kind.conditions()) {
            FilingFacts.asked(list).forEach(fact -> reading.fact(fact, text(request, fact.name()), locale)
                    .ifPresent(value -> facts.put(fact.name(), value.orElse(null))));
            list.items().forEach(item -> {
                boolean owed = item.deferrable() && request.getParameter(item.code() + "-owed") != null;
                if (kind == FilingKind.COMMITMENT) {
                    var promised = !owed && request.getParameter("promised") != null ? Fingerprint.of(item) : null;
                    answers.put(item.code(), answer -> answer.owed(owed).confirmed(promised));
                } else if (item.answer() == AnswerType.NONE) {
                    answers.put(item.code(), answer -> answer.owed(owed));
                } else {
                    reading.answer(item, text(request, item.code()), locale)
                            .ifPresent(value -> answers.put(item.code(), answer -> answer.value(value.orElse(null)).owed(owed)));
                }
            });
        }
        return new EntryReading(plan(request, draft, today, reading), facts, answers, line(request, "signedName", reading),
                line(request, "signedRole", reading));
    }

    private static Plan plan(HttpServletRequest request, Draft draft, LocalDate today, ListedFieldReading reading) {
        var known = draft.filing().plan();
        var total = read(request, "totalStaff", known.totalStaff(), EntryReading::count, reading);
        var planned = read(request, "plannedStaff", known.plannedStaff(), EntryReading::count, reading);
        if (planned != null && total != null && planned > total) {
            reading.binding().rejectValue("plannedStaff", "plan.planned-above-total", new Object[]{String.valueOf(total)}, null);
        }
        var start = read(request, "start", known.start(), typed -> DayRange.read(typed).filter(DayRange.POSSIBLE::contains), reading);
        if (start != null && start.isBefore(today)) {
            reading.binding().rejectValue("start", "plan.start-past");
        }
        return new Plan(line(request, "responsible", reading),
                read(request, "phone", known.phone(), typed -> Phone.of(typed).map(Phone::value), reading), start, total, planned,
                part(request, "fromOutside", known.fromOutside(), planned, reading),
                part(request, "fromHighRisk", known.fromHighRisk(), planned, reading), known.batches(), known.fullProduction());
    }

    private static Integer part(HttpServletRequest request, String field, Integer known, Integer planned, ListedFieldReading reading) {
        var part = read(request, field, known, EntryReading::count, reading);
        if (part != null && planned != null && part > planned) {
            reading.reject(field, "plan.part-above-planned", String.valueOf(planned));
        }
        return part;
    }

    /** What was typed into a field; as it was where the page has no such field or it cannot be read. */
    private static <T> T read(HttpServletRequest request, String field, T known, Function<String, Optional<T>> read,
            ListedFieldReading reading) {
        if (request.getParameter(field) == null) {
            return known;
        }
        var typed = Typed.plain(text(request, field));
        reading.typed().put(field, typed);
        if (Typed.isBlank(typed)) {
            return null;
        }
        return read.apply(typed).orElseGet(() -> {
            reading.reject(field, "plan." + field + ".wrong");
            return known;
        });
    }

    private static String line(HttpServletRequest request, String field, ListedFieldReading reading) {
        var typed = text(request, field).strip();
        reading.typed().put(field, typed);
        if (!Typed.isClean(typed, 50, false)) {
            reading.reject(field, "behalf.line");
            return null;
        }
        return Typed.isBlank(typed) ? null : typed;
    }

    private static Optional<Integer> count(String typed) {
        return Typed.whole(typed).filter(count -> count >= 0 && count <= 1_000_000);
    }

    private static String text(HttpServletRequest request, String field) {
        var typed = request.getParameter(field);
        return typed == null ? "" : typed;
    }
}
