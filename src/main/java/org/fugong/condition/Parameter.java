package org.fugong.condition;

import java.util.Locale;

/** A figure in a rule, and the way in which a county may move it. */
public record Parameter(double value, String unit, Relax relax, String label, String labelEn) {

    public String label(Locale locale) {
        return Bilingual.choose(locale, label, labelEn);
    }

    public Parameter with(double moved) {
        return new Parameter(moved, unit, relax, label, labelEn);
    }
}
