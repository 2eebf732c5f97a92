package org.fugong.attachment;

/** Why a file is not taken; the words of each are {@code attachment.fault.<name>}, with the name of the file and the limit. */
public enum AttachmentFault {

    EMPTY, TOO_LARGE, TYPE, HEIC, OLD_OFFICE, PIXELS, DAMAGED, PASSWORD, ACTIVE, PAGES, MACROS, NESTED, PACKED, TOO_MANY, TOTAL, BUSY,
    INFECTED, UNSCANNED, NOT_KEPT;

    /** Whether the same file may be taken a little later. */
    public boolean passing() {
        return this == BUSY || this == UNSCANNED || this == NOT_KEPT;
    }

    /** What the limit is, where the fault is to be beyond one. */
    public int limit() {
        return switch (this) {
            case TOO_LARGE -> Limits.FILE_MB;
            case PIXELS -> Limits.MEGAPIXELS;
            case PAGES -> Limits.PAGES;
            case TOO_MANY -> Limits.FILES;
            case TOTAL -> Limits.FILING_MB;
            default -> 0;
        };
    }
}
