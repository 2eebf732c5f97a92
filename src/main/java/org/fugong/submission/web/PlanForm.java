package org.fugong.submission.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import org.fugong.enterprise.Phone;
import org.fugong.filing.Plan;
import org.fugong.web.DayRange;
import org.fugong.web.Line;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/** What is typed about the plan; a field that was not sent is null and stays as it was. */
record PlanForm(@Line(max = 20) String start, @Line(max = 20) String plannedStaff, @Line(max = 20) String totalStaff,
        @Line(max = 20) String fromOutside, @Line(max = 20) String fromHighRisk, @Line(max = 20) String batches,
        @Line(max = 20) String fullProduction, @Line(max = 50) String responsible, @Line(max = 40) String phone) {

    static final PlanForm EMPTY = new PlanForm(null, null, null, null, null, null, null, null, null);

    private static final int MOST = 1_000_000;

    static PlanForm of(Plan plan) {
        return new PlanForm(text(plan.start()), text(plan.plannedStaff()), text(plan.totalStaff()), text(plan.fromOutside()),
                text(plan.fromHighRisk()), text(plan.batches()), text(plan.fullProduction()), plan.responsible(),
                Phone.written(plan.phone()));
    }

    /** The plan with every field that is possible; the others are rejected and stay as they were. */
    Plan accepted(Plan known, LocalDate today, BindingResult binding) {
        var staff = new Plan(read(responsible, "responsible", known.responsible(), Optional::of, binding),
                read(phone, "phone", known.phone(), typed -> Phone.of(typed).map(Phone::value), binding),
                known.start(),
                read(totalStaff, "totalStaff", known.totalStaff(), typed -> count(typed, 1), binding),
                known.plannedStaff(), known.fromOutside(), known.fromHighRisk(),
                read(batches, "batches", known.batches(), typed -> count(typed, 1), binding),
                known.fullProduction());
        var planned = read(plannedStaff, "plannedStaff", known.plannedStaff(), typed -> count(typed, 1), binding);
        if (above(planned, staff.totalStaff(), "plannedStaff", plannedStaff, "plan.planned-above-total", binding)) {
            planned = known.plannedStaff();
        }
        var outside = read(fromOutside, "fromOutside", known.fromOutside(), typed -> count(typed, 0), binding);
        if (above(outside, planned, "fromOutside", fromOutside, "plan.part-above-planned", binding)) {
            outside = known.fromOutside();
        }
        var risky = read(fromHighRisk, "fromHighRisk", known.fromHighRisk(), typed -> count(typed, 0), binding);
        if (above(risky, planned, "fromHighRisk", fromHighRisk, "plan.part-above-planned", binding)) {
            risky = known.fromHighRisk();
        }
        var from = read(start, "start", known.start(), DayRange::read, binding);
        if (start != null && from != null && !binding.hasFieldErrors("start") && (past(from, today, binding)
                || outside(from, "start", "plan.start", binding))) {
            from = known.start();
        }
        var full = read(fullProduction, "fullProduction", known.fullProduction(), DayRange::read, binding);
        if (fullProduction != null && full != null && !binding.hasFieldErrors("fullProduction")
                && (outside(full, "fullProduction", "filing.plan.fullProduction", binding) || before(full, from, binding))) {
            full = known.fullProduction();
        }
        return new Plan(staff.responsible(), staff.phone(), from, staff.totalStaff(), planned, outside, risky, staff.batches(), full);
    }

    private static <T> T read(String typed, String field, T known, Function<String, Optional<T>> reading, BindingResult binding) {
        if (typed == null || binding.hasFieldErrors(field)) {
            return known;
        }
        var plain = field.equals("responsible") ? typed.strip() : Typed.plain(typed);
        if (Typed.isBlank(plain)) {
            return null;
        }
        return reading.apply(plain).orElseGet(() -> {
            binding.rejectValue(field, "plan." + field + ".wrong");
            return known;
        });
    }

    private static boolean above(Integer part, Integer whole, String field, String typed, String code, BindingResult binding) {
        boolean above = part != null && whole != null && part > whole && !binding.hasFieldErrors(field);
        if (above) {
            binding.rejectValue(field, code, new Object[]{String.valueOf(whole)}, null);
        }
        return above && typed != null;
    }

    private static boolean past(LocalDate start, LocalDate today, BindingResult binding) {
        if (start.isBefore(today)) {
            binding.rejectValue("start", "plan.start-past");
        }
        return start.isBefore(today);
    }

    private static boolean before(LocalDate full, LocalDate start, BindingResult binding) {
        boolean before = start != null && full.isBefore(start);
        if (before) {
            binding.rejectValue("fullProduction", "plan.full-before-start");
        }
        return before;
    }

    private static boolean outside(LocalDate day, String field, String label, BindingResult binding) {
        var fault = DayRange.POSSIBLE.fault(day);
        fault.ifPresent(what -> binding.rejectValue(field, "day.of", new Object[]{new DefaultMessageSourceResolvable(label), what}, null));
        return fault.isPresent();
    }

    private static Optional<Integer> count(String typed, int least) {
        return Typed.whole(typed).filter(count -> count >= least && count <= MOST);
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
