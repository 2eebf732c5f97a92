package org.fugong.rule;

/** The way in which a parameter asks less of the enterprise, the only one in which a county may move it. */
public enum RelaxDirection {

    DOWN, UP;

    /** Whether moving from one value to the other asks less, or just as much. */
    public boolean allows(double from, double to) {
        return this == DOWN ? to <= from : to >= from;
    }
}
