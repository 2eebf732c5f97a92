package org.fugong.risk;

/** How an enterprise resumes work: an optional notice, a filing that is checked afterwards, or an application. */
public enum Regime {
    NOTICE, RECORD, APPROVAL
}
