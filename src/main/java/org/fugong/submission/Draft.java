package org.fugong.submission;

import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Site;
import org.fugong.filing.Applicable;
import org.fugong.filing.Filing;

/**
 * A draft with everything that its pages show: its firm and site, what applies there now, the review of it, and the version that
 * it is to change, null where it is a filing by itself.
 */
public record Draft(Filing filing, Enterprise enterprise, Site site, Applicable applicable, Review review, Filing changed) {
}
