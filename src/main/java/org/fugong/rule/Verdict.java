package org.fugong.rule;

/** Whether a condition is met (符合), is not (不符合), cannot be told from what was given (待核实), or does not apply (不适用). */
public enum Verdict {
    MET, UNMET, UNSURE, NOT_APPLICABLE
}
