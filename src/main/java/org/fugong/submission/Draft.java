package org.fugong.submission;

import org.fugong.enterprise.Enterprise;
import org.fugong.enterprise.Site;
import org.fugong.filing.Applicable;
import org.fugong.filing.Filing;

/**
 * A draft with everything that its pages show: its firm and site, what applies there now, the review of it, the version that it is
 * to change, null where it is a filing by itself, and, of an application, what its site may go on by until the reply, or null.
 */
public record Draft(Filing filing, Enterprise enterprise, Site site, Applicable applicable, Review review, Filing changed, Filing beside) {
}
