package org.fugong.rule;

import java.util.Locale;

/** A figure in a rule, the way in which a county may move it, and the bounds that it never leaves (null: 0 and a million). */
public record Parameter(double value, String unit, RelaxDirection relax, Double min, Double max, String label, String labelEn) {

    public static final double HIGHEST = 1_000_000;
    /** How rules may call a figure, as they may a fact. */
    public static final String NAME = "[a-z][a-z0-9_]{0,29}";

    public double least() {
        return min == null ? 0 : min;
    }

    public double most() {
        return max == null ? HIGHEST : max;
    }

    public boolean within(double figure) {
        return figure >= least() && figure <= most();
    }

    public String label(Locale locale) {
        return Bilingual.choose(locale, label, labelEn);
    }

    public Parameter with(double moved) {
        return with(moved, relax);
    }

    Parameter with(double moved, RelaxDirection way) {
        return new Parameter(moved, unit, way, min, max, label, labelEn);
    }
}
