package org.fugong.filing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the site resumes work: who answers for it, when, and with how many people; what is not known yet is null. */
public record Plan(String responsible, String phone, LocalDate start, Integer totalStaff, Integer plannedStaff,
        Integer fromOutside, Integer fromHighRisk, Integer batches, LocalDate fullProduction) {

    public static final Plan EMPTY = new Plan(null, null, null, null, null, null, null, null, null);

    /** Each field by its name. */
    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("responsible", responsible);
        fields.put("phone", phone);
        fields.put("start", start);
        fields.put("totalStaff", totalStaff);
        fields.put("plannedStaff", plannedStaff);
        fields.put("fromOutside", fromOutside);
        fields.put("fromHighRisk", fromHighRisk);
        fields.put("batches", batches);
        fields.put("fullProduction", fullProduction);
        return fields;
    }

    /** This plan, but with one field as it is in another. */
    Plan keeping(Plan other, String field) {
        return with(field, other.fields().get(field));
    }

    /** This plan, but with another value of one field, of the kind that the field has. */
    Plan with(String field, Object value) {
        var next = fields();
        next.put(field, value);
        return new Plan((String) next.get("responsible"), (String) next.get("phone"), (LocalDate) next.get("start"),
                (Integer) next.get("totalStaff"), (Integer) next.get("plannedStaff"), (Integer) next.get("fromOutside"),
                (Integer) next.get("fromHighRisk"), (Integer) next.get("batches"), (LocalDate) next.get("fullProduction"));
    }
}
