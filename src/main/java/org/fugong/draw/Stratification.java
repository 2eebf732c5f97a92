package org.fugong.draw;

/** By what a pool is divided into strata, each of which is drawn by itself. */
public enum Stratification {
    NONE("''"), SIZE("f.size"), INDUSTRY("f.industry"), TOWNSHIP("f.subject ->> 'township'"), KIND("f.kind"), KEY_CLASS(
            "f.subject ->> 'keyClass'");

    private final String expression;

    Stratification(String expression) {
        this.expression = expression;
    }

    /** The value of a filing {@code f} in SQL; empty where it says nothing. */
    String expression() {
        return "coalesce(" + expression + ", '')";
    }
}
