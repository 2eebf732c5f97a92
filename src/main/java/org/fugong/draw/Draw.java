package org.fugong.draw;

import java.time.Instant;
import java.util.Map;
import org.fugong.audit.Audited;

/**
 * A random draw 双随机 of a county, as anyone may see it; its seed is not among it.
 *
 * @param head         the lines of the pool's file before its firms
 * @param firms        how many firms the pool has
 * @param revealAt     the announced time
 * @param cancelReason why it was cancelled, or null
 */
public record Draw(long id, String no, String county, State state, DrawRule rule, String head, int firms, String poolHash, String seedHash,
        Instant announcedAt, Instant revealAt, Instant revealedAt, Instant cancelledAt, String cancelReason) {

    /** Announced, then revealed at its time, or cancelled before it. */
    public enum State {
        ANNOUNCED, REVEALED, CANCELLED
    }

    /** How many lines the file of its pool has. */
    public long poolLines() {
        return head.lines().count() + firms;
    }

    public boolean revealed() {
        return state == State.REVEALED;
    }

    /** One step of a draw. */
    public record Step(String action, String no, String county, Map<String, Object> after) implements Audited {
        @Override
        public String subject() {
            return "draw:" + no;
        }
    }
}
