package org.fugong.account;

/** What an account may do: for a firm, in a county (official, clerk of the hotline, admin), or for a province. */
public enum Role {
    ENTERPRISE, OFFICIAL, HOTLINE, COUNTY_ADMIN, PROVINCE_ADMIN;

    /** Whether the scope of this role is a county. */
    public boolean ofCounty() {
        return this == OFFICIAL || this == HOTLINE || this == COUNTY_ADMIN;
    }
}
