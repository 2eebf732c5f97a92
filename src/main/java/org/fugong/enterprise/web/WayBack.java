package org.fugong.enterprise.web;

import java.util.Optional;

/** The way back to the check of the draft that a form was opened from. */
final class WayBack {

    private WayBack() {
    }

    /** Empty where the form was opened from elsewhere, or by an address that somebody made up. */
    static Optional<String> to(String draft) {
        return Optional.ofNullable(draft).filter(id -> id.matches("\\d{1,18}")).map(id -> "redirect:/my/drafts/" + id + "/check");
    }
}
