package org.fugong.message;

/** By what somebody is told besides the portal. */
public enum Channel {
    MAIL, SMS
}
