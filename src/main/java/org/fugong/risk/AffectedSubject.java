package org.fugong.risk;

/** A firm's thing that a transition touches: its id, the firm's name, and what it is: a filing's number, or a site's name. */
public record AffectedSubject(long id, String firm, String what) {
}
