package org.fugong.submission.web;

import org.fugong.filing.SignedCommitment.Signatory;
import org.fugong.web.Line;
import org.fugong.web.Required;

/** Who signs the commitment for an application, with the password where no proof is fresh, never put back on a page. */
record SigningForm(@Required @Line(max = 50) String signedName, @Required @Line(max = 50) String signedRole, String password) {

    Signatory signatory(String address) {
        return new Signatory(signedName.strip(), signedRole.strip(), address);
    }
}
