package org.fugong.submission.web;

import org.fugong.edit.SeenFields;
import org.fugong.web.Line;

/** Who signs a commitment; a field that was not sent is null and stays as it was. */
record SignatoryForm(@Line(max = 50) String signedName, @Line(max = 50) String signedRole) {

    SignatoryForm over(String name, String role) {
        return new SignatoryForm(signedName == null ? name : signedName, signedRole == null ? role : signedRole);
    }

    /** What was touched; a field that came back as the page had shown it is null. */
    SignatoryForm changed(SeenFields seen) {
        return new SignatoryForm(seen.changed("signedName", signedName), seen.changed("signedRole", signedRole));
    }
}
