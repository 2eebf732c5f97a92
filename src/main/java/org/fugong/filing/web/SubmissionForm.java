package org.fugong.filing.web;

/** The fresh proof of identity that a commitment is signed with; it is never put back on a page. */
record SubmissionForm(String password) {
}
