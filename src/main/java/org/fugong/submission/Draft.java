package org.fugong.submission;

import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Site;
import org.fugong.filing.Applicable;
import org.fugong.filing.Filing;

/** A draft with everything that its pages show: its firm and site, what applies there now, and the review of it. */
public record Draft(Filing filing, Enterprise enterprise, Site site, Applicable applicable, Review review) {
}
