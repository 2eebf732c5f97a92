package org.fugong.request;

/** What no unit may ask for: a paper that the list does not name, a deposit, an approval in a county at low risk. */
public enum Demand {
    PAPER_BEYOND_LIST, DEPOSIT, APPROVAL_AT_LOW
}
