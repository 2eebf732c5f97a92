package org.fugong.rule;

/** The numbers of a comparison; gap is what is missing or too much, and null where the comparison holds. */
record Figures(Double needed, Double given, Double gap) {

    static final Figures NONE = new Figures(null, null, null);
}
