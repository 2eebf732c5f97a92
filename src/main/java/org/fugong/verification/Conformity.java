package org.fugong.verification;

/** What was found on one item of the list: 符合, 基本符合, 不符合, 不适用. */
public enum Conformity {
    CONFORMS, MOSTLY, FAILS, NOT_APPLICABLE
}
