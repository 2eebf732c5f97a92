package org.fugong.edit;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** The fields of a form that is a record of texts. */
public final class FormTexts {

    private FormTexts() {
    }

    /** The text of each field by its name, in the order of the page. */
    public static Map<String, String> of(Record form) {
        var texts = new LinkedHashMap<String, String>();
        for (var field : form.getClass().getRecordComponents()) {
            texts.put(field.getName(), text(form, field));
        }
        return texts;
    }

    /** The same form with other texts, made from the name and the text of each field. */
    @SuppressWarnings("unchecked")
    public static <F extends Record> F map(F form, BinaryOperator<String> change) {
        var fields = form.getClass().getRecordComponents();
        try {
            var constructor = form.getClass().getDeclaredConstructor(Stream.of(fields).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
            return (F) constructor.newInstance(Stream.of(fields).map(field -> change.apply(field.getName(), text(form, field))).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was touched of a form, over what is known elsewhere. */
    public static <F extends Record> F over(F touched, F known) {
        var texts = of(known);
        return map(touched, (field, text) -> text == null ? texts.get(field) : text);
    }

    private static String text(Record form, RecordComponent field) {
        try {
            field.getAccessor().setAccessible(true);
            return (String) field.getAccessor().invoke(form);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
