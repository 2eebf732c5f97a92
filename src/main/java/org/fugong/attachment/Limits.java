package org.fugong.attachment;

/** How much may be attached; pages say so before a file is chosen. */
public final class Limits {

    /** Of one file, in MB of 1,024 × 1,024 bytes, as all of these. */
    public static final int FILE_MB = 10;
    /** Of what is sent at once; {@code spring.servlet.multipart.max-request-size} is a little more. */
    public static final int REQUEST_MB = 30;
    /** Of all files of one filing. */
    public static final int FILING_MB = 100;
    /** Files of one filing. */
    public static final int FILES = 100;
    static final int MB = 1024 * 1024;
    static final int MEGAPIXELS = 50;
    static final int PAGES = 500;

    private Limits() {
    }
}
