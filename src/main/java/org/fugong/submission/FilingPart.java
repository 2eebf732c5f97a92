package org.fugong.submission;

/** The parts of a filing, in the order of its task list. */
public enum FilingPart {
    ENTERPRISE, PLAN, FACTS, CONDITIONS, COMMITMENT
}
