package org.fugong.submission.web;

import org.fugong.submission.Confirmation;
import org.fugong.submission.Draft;
import org.fugong.submission.ShownDraft;
import org.fugong.web.Line;
import org.fugong.web.Typed;
import org.springframework.validation.BindingResult;

/**
 * What a filing is confirmed with: a commitment by the password where no proof is fresh, never put back on a page, others
 * by a tick and a name. {@code lock} is the draft that the page had shown, null where it comes from no page.
 */
record SubmissionForm(String password, String confirmed, @Line(max = 50) String signedName, String lock) {

    static SubmissionForm of(Draft draft) {
        return new SubmissionForm(null, null, draft.filing().signedName(), null);
    }

    /** As it is sent off with, from a network address; without the tick or the name it is not confirmed. */
    Confirmation confirmation(String address) {
        return new Confirmation(password, "true".equals(confirmed) && !Typed.isBlank(signedName) ? signedName.strip() : null, address,
                lock == null ? null : ShownDraft.read(lock));
    }

    /** Says what is missing to confirm it. */
    void reject(BindingResult binding) {
        if (!"true".equals(confirmed)) {
            binding.rejectValue("confirmed", "submission.confirmed.missing");
        }
        if (Typed.isBlank(signedName)) {
            binding.rejectValue("signedName", "submission.signedName.missing");
        }
    }

    /** What is the matter with a password that proved nothing. */
    static String unproven(String password) {
        return Typed.isBlank(password) ? "submission.password.missing" : "submission.refused.IDENTITY_NOT_PROVEN";
    }
}
