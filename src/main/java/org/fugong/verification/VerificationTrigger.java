package org.fugong.verification;

/** What a verification was opened for: a filing that took effect, owed items 容缺 not supplied by their day, a random draw 双随机. */
public enum VerificationTrigger {
    FILING, OWED, DRAWN
}
