package org.fugong.region;

/** A town, township or street of a county; the code has nine digits. */
public record Township(String code, String name, String county) {
}
