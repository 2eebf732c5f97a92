package org.fugong.enterprise;

/** Where a site is: name, operating address, county and, where they are known, township (a code) and park. */
public record Place(String name, String address, String county, String township, String park) {
}
