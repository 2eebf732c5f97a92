package org.fugong.request.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import org.fugong.enterprise.Phone;
import org.fugong.region.Regions;
import org.fugong.request.Demand;
import org.fugong.request.Statement;
import org.fugong.web.DayRange;
import org.fugong.web.Line;
import org.fugong.web.Required;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** What was asked beyond the law, as typed. */
record ReportForm(@Required @Line(max = 20) String demand, @Required @Line(max = 6) String county, @Required @Line(max = 60) String unit,
        @Required @Line(max = 2000, multiline = true) String matter, @Required @Line(max = 10) String day, @Line(max = 30) String filing,
        @Line(max = 30) String phone) {

    /** What is told; empty where something is wrong, which the binding then says. */
    Optional<Statement> read(Regions regions, LocalDate today, BindingResult binding) {
        var kind = Arrays.stream(Demand.values()).filter(each -> each.name().equals(demand)).findFirst();
        if (kind.isEmpty() && !binding.hasFieldErrors("demand")) {
            binding.rejectValue("demand", "Required.report.demand");
        }
        if (regions.served(Typed.plain(county)).isEmpty() && !binding.hasFieldErrors("county")) {
            binding.rejectValue("county", "Required.report.county");
        }
        var happened = DayRange.iso(day).orElse(null);
        if (!binding.hasFieldErrors("day")) {
            if (happened == null) {
                binding.rejectValue("day", "report.day.wrong");
            } else if (happened.isAfter(today)) {
                binding.rejectValue("day", "report.day.future");
            } else {
                new DayRange(LocalDate.EPOCH, today).rejects(happened, "day", binding);
            }
        }
        if (!Typed.isBlank(phone) && Phone.of(phone).isEmpty() && !binding.hasFieldErrors("phone")) {
            binding.rejectValue("phone", "report.phone.wrong");
        }
        return binding.hasErrors()
                ? Optional.empty()
                : Optional.of(new Statement(kind.orElseThrow(), Typed.plain(county), unit.strip(), matter.strip(), happened,
                        Typed.isBlank(filing) ? null : Typed.plain(filing),
                        Typed.isBlank(phone) ? null : Phone.of(phone).orElseThrow().value()));
    }
}
