package org.fugong.filing.web;

import org.fugong.filing.Draft;
import org.fugong.filing.FilingKind;
import org.fugong.web.Line;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/** What a filing is confirmed with: a commitment by the password where no proof is fresh, never put back on a page, others by a tick and a name. */
record SubmissionForm(String password, String confirmed, @Line(max = 50) String signedName) {

    static SubmissionForm of(Draft draft) {
        return new SubmissionForm(null, null, draft.filing().signedName());
    }

    static boolean ticked(FilingKind kind) {
        return kind == FilingKind.CHECKLIST || kind == FilingKind.APPLICATION;
    }

    void check(FilingKind kind, BindingResult binding) {
        if (ticked(kind) && !"true".equals(confirmed)) {
            binding.rejectValue("confirmed", "submission.confirmed.missing");
        }
        if (ticked(kind) && (signedName == null || signedName.isBlank())) {
            binding.rejectValue("signedName", "submission.signedName.missing");
        }
    }

    /** What is the matter with a password that proved nothing. */
    static String unproven(String password) {
        return Typed.isBlank(password) ? "submission.password.missing" : "submission.refused.IDENTITY_NOT_PROVEN";
    }
}
