package org.fugong.filing;

/** The orders of counties to put something right, as whoever gives them answers for them: a firm does not file its way out of one. */
public interface Orders {

    /** Whether an order about a filing is open, answered by the firm or not. */
    boolean stands(long filingId);
}
