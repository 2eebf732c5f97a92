package org.fugong.application.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.account.Department;
import org.fugong.application.Participation;
import org.fugong.application.SectorArrangement;
import org.springframework.validation.BindingResult;

/** Who leads, and how each department takes part, as chosen: {@code when.HEALTH} and the letters of {@code categories.HEALTH}. */
record ArrangementForm(String lead, Map<String, String> when, Map<String, String> categories) {

    private static final int MAX = 20;

    static ArrangementForm of(SectorArrangement arrangement) {
        return new ArrangementForm(arrangement.lead().name(),
                each(department -> arrangement.of(department).when().name()), each(department -> arrangement.of(department).categories()));
    }

    static ArrangementForm typed(Map<String, String> parameters) {
        return new ArrangementForm(parameters.getOrDefault("lead", ""),
                each(department -> parameters.getOrDefault("when." + department, "")),
                each(department -> parameters.getOrDefault("categories." + department, "").strip()));
    }

    Department lead(BindingResult binding) {
        return Stream.of(Department.values()).filter(one -> one.name().equals(lead)).findFirst().orElseGet(() -> {
            binding.rejectValue("lead", "arrangement.lead.missing");
            return null;
        });
    }

    /** What was chosen for each department; the letters are those of categories, in capitals, each once. */
    List<Participation> participants(List<String> known, BindingResult binding) {
        return Participation.DEPARTMENTS.stream().map(department -> {
            var chosen = Stream.of(Participation.When.values()).filter(one -> one.name().equals(when.get(department.name()))).findFirst();
            if (chosen.isEmpty()) {
                binding.rejectValue("when." + department, "arrangement.when.missing");
            }
            var letters = letters(categories.get(department.name()));
            if (letters.length() > MAX || !known.containsAll(List.of(letters.split("")).stream().filter(one -> !one.isEmpty()).toList())) {
                binding.rejectValue("categories." + department, "arrangement.categories.unknown", new Object[]{String.join(" ", known)},
                        null);
            } else if (letters.isEmpty() && chosen.filter(one -> one != Participation.When.NEVER).isPresent()) {
                binding.rejectValue("categories." + department, "arrangement.categories.missing");
            }
            return new Participation(department, chosen.orElse(Participation.When.NEVER), letters);
        }).toList();
    }

    private static String letters(String typed) {
        return String.join("", new TreeSet<>(List.of(typed.toUpperCase(Locale.ROOT).replaceAll("[\\s,，、]", "").split(""))));
    }

    private static Map<String, String> each(Function<Department, String> value) {
        return Participation.DEPARTMENTS.stream().collect(Collectors.toMap(Enum::name, value));
    }
}
