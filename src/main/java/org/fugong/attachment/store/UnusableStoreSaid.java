package org.fugong.attachment.store;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a line, instead of a stack trace, that the configured store of objects cannot be used. */
class UnusableStoreSaid extends AbstractFailureAnalyzer<UnusableStore> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableStore cause) {
        return new FailureAnalysis(cause.getMessage(), "Check fugong.attachment.s3.endpoint, bucket, region, access-key and secret-key.",
                failure);
    }
}
