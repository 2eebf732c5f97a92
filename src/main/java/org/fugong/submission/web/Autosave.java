package org.fugong.submission.web;

import jakarta.servlet.http.HttpServletRequest;

/** Whether a form was sent by its page while it is being filled in, which reads what became of its fields from the answer. */
final class Autosave {

    private static final String HEADER = "Autosave";

    private Autosave() {
    }

    static boolean asked(HttpServletRequest request) {
        return request.getHeader(HEADER) != null;
    }
}
