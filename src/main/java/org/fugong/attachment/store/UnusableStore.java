package org.fugong.attachment.store;

/** The bucket that is configured cannot be used, however long one waits. */
class UnusableStore extends RuntimeException {

    UnusableStore(S3Settings settings, int status) {
        super("The bucket %s at %s cannot be used, it answers %d: %s".formatted(settings.bucket(), settings.endpoint(), status,
                status == 404 ? "there is none of this name" : "not with these keys"));
    }

    UnusableStore(String what) {
        super(what);
    }
}
