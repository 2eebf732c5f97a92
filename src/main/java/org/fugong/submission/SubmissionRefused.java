package org.fugong.submission;

import org.fugong.filing.Filing;

/** A draft that cannot be submitted as it is; nothing was changed. */
public class SubmissionRefused extends RuntimeException {

    /**
     * Why: each leads the firm to what it can do about it;
     * OVERTAKEN: what would be filed is not what its page had shown; MOVED_ON: what it would change is in force no longer.
     */
    public enum Reason {
        INCOMPLETE, KIND_NOT_OFFERED, ALREADY_FILED, STOPPED, ORDERED, IDENTITY_NOT_PROVEN, UNCONFIRMED, OVERTAKEN, MOVED_ON
    }

    private final Reason reason;
    private final transient Review review;
    private final transient Filing live;

    private SubmissionRefused(Reason reason, Review review, Filing live) {
        super(reason.name(), null, false, false);
        this.reason = reason;
        this.review = review;
        this.live = live;
    }

    /** With the obstacles per item. */
    static SubmissionRefused incomplete(Review review) {
        return new SubmissionRefused(Reason.INCOMPLETE, review, null);
    }

    static SubmissionRefused because(Reason reason) {
        return new SubmissionRefused(reason, null, null);
    }

    /** The site has a live filing that this one cannot take the place of. */
    static SubmissionRefused because(Reason reason, Filing live) {
        return new SubmissionRefused(reason, null, live);
    }

    public Reason reason() {
        return reason;
    }

    /** The draft held against what applies, where that is why. */
    public Review review() {
        return review;
    }

    /** The filing that stands in the way, or null. */
    public Filing live() {
        return live;
    }
}
