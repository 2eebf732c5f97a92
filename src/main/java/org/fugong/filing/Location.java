package org.fugong.filing;

/** The site that a filing is for, and the county and province it lies in. */
public record Location(long enterpriseId, long siteId, String county, String province) {
}
