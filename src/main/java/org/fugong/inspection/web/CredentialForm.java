package org.fugong.inspection.web;

import org.fugong.inspection.Inspector;
import org.fugong.web.Line;
import org.fugong.web.Required;

/** A credential as typed. */
record CredentialForm(@Required @Line(max = 40) String no, @Required @Line(max = 20) String until, @Line(max = 10) String seen) {

    static CredentialForm of(Inspector inspector) {
        return new CredentialForm(inspector.credentialNo(), inspector.validUntil() == null ? "" : inspector.validUntil().toString(), "");
    }
}
