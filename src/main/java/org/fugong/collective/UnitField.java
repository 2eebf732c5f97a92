package org.fugong.collective;

/** What is entered of a unit, as a form names its fields and a table its columns. */
public enum UnitField {
    NAME("name"), CODE("creditCode"), PLACE("place"), RESPONSIBLE("responsible"), PHONE("phone"), TOTAL("totalStaff"), PLANNED(
            "plannedStaff"),
    OUTSIDE("fromOutside"), HIGH_RISK("fromHighRisk"), DECLARED("declared");

    private final String property;

    UnitField(String property) {
        this.property = property;
    }

    /** The name of the field in a form. */
    public String property() {
        return property;
    }
}
