package org.fugong.verification;

/** What a verification was opened for: a filing that took effect, or owed items 容缺 that were not supplied by their day. */
public enum VerificationTrigger {
    FILING, OWED
}
