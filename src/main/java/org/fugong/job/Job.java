package org.fugong.job;

/**
 * Work of one kind, done in pieces in the background. What it works on is named by an id, such as that of a change of
 * level. A node may be killed between two pieces or within one: another goes on, so a piece leaves nothing half done.
 */
public interface Job {

    /** The name under which it is scheduled; it stays, for what is scheduled names it. */
    String name();

    /** Does the next piece, in a transaction of its own but for a {@link FrequentJob}; false where nothing was left to do. */
    boolean step(String id);
}
