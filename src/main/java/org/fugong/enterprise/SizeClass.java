package org.fugong.enterprise;

/** How large an enterprise is, largest first (NBS 2017, after the ministry's notice 工信部联企业〔2011〕300号). */
public enum SizeClass {
    LARGE, MEDIUM, SMALL, MICRO
}
