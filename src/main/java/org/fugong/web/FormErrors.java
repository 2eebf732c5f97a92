package org.fugong.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/** What is wrong with a form, in the order of its fields on the page, with the same words above and beside the field. */
public final class FormErrors implements Iterable<FormErrors.Problem> {

    /** One thing that is wrong; {@code field} is the name of the input, or empty for the form as a whole. */
    public record Problem(String field, MessageSourceResolvable message) {
    }

    private final List<Problem> problems;

    private FormErrors(List<Problem> problems) {
        this.problems = problems;
    }

    /** The errors of a binding; one per field is enough for a reader, the first. */
    public static FormErrors of(BindingResult binding) {
        var order = order(binding.getTarget());
        var problems = new ArrayList<Problem>();
        Stream<ObjectError> sorted = binding.getAllErrors().stream()
                .sorted(Comparator.comparingInt(error -> position(order, field(error))));
        sorted.forEach(error -> {
            if (field(error).isEmpty() || problems.stream().noneMatch(p -> p.field().equals(field(error)))) {
                problems.add(new Problem(field(error), error));
            }
        });
        return new FormErrors(List.copyOf(problems));
    }

    /** The message of a field, or {@code null} where nothing is wrong with it. */
    public MessageSourceResolvable on(String field) {
        return problems.stream().filter(problem -> problem.field().equals(field))
                .map(Problem::message).findFirst().orElse(null);
    }

    public boolean any() {
        return !problems.isEmpty();
    }

    @Override
    public Iterator<Problem> iterator() {
        return problems.iterator();
    }

    private static String field(ObjectError error) {
        return error instanceof FieldError field ? field.getField() : "";
    }

    private static List<String> order(Object form) {
        return form == null || !form.getClass().isRecord()
                ? List.of()
                : Stream.of(form.getClass().getRecordComponents()).map(component -> component.getName()).toList();
    }

    private static int position(List<String> order, String field) {
        int at = order.indexOf(field.replaceFirst("[\\[.].*", ""));
        return field.isEmpty() ? -1 : at < 0 ? order.size() : at;
    }
}
