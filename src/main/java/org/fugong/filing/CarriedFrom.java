package org.fugong.filing;

/** Where a text of a draft was known from before anybody typed it there. */
public enum CarriedFrom {

    /** The profile of the firm. */
    PROFILE,

    /** What was filed for the same site the last time. */
    LAST_FILING,

    /** What was filled in for another site of the firm. */
    OTHER_SITE,

    /** The questions answered on the page of the county. */
    COUNTY_PAGE,

    /** The plan of the same draft. */
    PLAN
}
