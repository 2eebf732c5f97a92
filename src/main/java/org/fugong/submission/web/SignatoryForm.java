package org.fugong.submission.web;

import org.fugong.web.Line;

/** Who signs a commitment; a field that was not sent is null and stays as it was. */
record SignatoryForm(@Line(max = 50) String signedName, @Line(max = 50) String signedRole) {

    SignatoryForm over(String name, String role) {
        return new SignatoryForm(signedName == null ? name : signedName, signedRole == null ? role : signedRole);
    }
}
