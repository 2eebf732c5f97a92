package org.fugong.enterprise;

/** Why an enterprise is let in early, if it is: the order of resumption of work. */
public enum KeyClass {
    EPIDEMIC_GOODS, CITY_OPERATION, DAILY_NECESSITIES, NATIONAL_ECONOMY, LEADING_OR_KEY_PROJECT, GENERAL
}
