package org.fugong.collective.web;

import java.util.Optional;
import org.fugong.collective.Unit;
import org.fugong.collective.UnitField;
import org.fugong.collective.UnitParticulars;
import org.fugong.collective.UnitReading;
import org.fugong.enterprise.Phone;
import org.fugong.web.Line;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.BindingResult;

/** What is typed of a unit; {@code lock} is the version that a page had shown. */
record UnitForm(@Line(max = 100) String name, @Line(max = 60) String creditCode, @Line(max = 100) String place,
        @Line(max = 100) String responsible, @Line(max = 60) String phone, @Line(max = 20) String totalStaff,
        @Line(max = 20) String plannedStaff, @Line(max = 20) String fromOutside, @Line(max = 20) String fromHighRisk,
        @Line(max = 20) String declared, @Line(max = 10) String lock) {

    static final UnitForm EMPTY = new UnitForm("", "", "", "", "", "", "", "", "", "", "");

    static UnitForm of(Unit unit) {
        var known = unit.particulars();
        return new UnitForm(known.name(), known.creditCode().value(), known.place(), known.responsible(), Phone.written(known.phone()),
                text(known.totalStaff()), text(known.plannedStaff()), text(known.fromOutside()), text(known.fromHighRisk()),
                text(known.declared()), text(unit.version()));
    }

    /** What was entered; empty where something is wrong, which the binding then says. */
    Optional<UnitParticulars> read(BindingResult binding) {
        var reading = UnitReading.of(this::typed);
        reading.problems().stream().filter(problem -> !binding.hasFieldErrors(problem.field().property()))
                .forEach(problem -> binding.rejectValue(problem.field().property(), problem.fault().key(),
                        new Object[]{problem.detail(), new DefaultMessageSourceResolvable("listed-unit." + problem.field().property())},
                        null));
        return binding.hasErrors() ? Optional.empty() : Optional.of(reading.particulars());
    }

    int seen() {
        return lock != null && lock.matches("\\d{1,9}") ? Integer.parseInt(lock) : -1;
    }

    private String typed(UnitField field) {
        return switch (field) {
            case NAME -> name;
            case CODE -> creditCode;
            case PLACE -> place;
            case RESPONSIBLE -> responsible;
            case PHONE -> phone;
            case TOTAL -> totalStaff;
            case PLANNED -> plannedStaff;
            case OUTSIDE -> fromOutside;
            case HIGH_RISK -> fromHighRisk;
            case DECLARED -> declared;
        };
    }

    private static String text(int number) {
        return String.valueOf(number);
    }
}
