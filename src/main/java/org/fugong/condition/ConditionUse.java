package org.fugong.condition;

/** What a condition is for at a risk level: advice, a promise, or a promise that is also checked on site. */
public enum ConditionUse {
    GUIDE, COMMIT, VERIFY
}
