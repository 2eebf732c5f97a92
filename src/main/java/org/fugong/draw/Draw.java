package org.fugong.draw;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.audit.Audited;
import org.fugong.draw.recomputation.Stratum;

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

    /** Its strata, as the head says them. */
    public List<Stratum> strata() {
        return fields("stratum").map(field -> new Stratum(Integer.parseInt(field[1]),
                Stratum.Share.valueOf(field[2].toUpperCase(Locale.ROOT)), Integer.parseInt(field[3]), Integer.parseInt(field[4]),
                Integer.parseInt(field[5]), field[6])).toList();
    }

    /** How many firms of its scope are not in the pool, by reason. */
    public Map<String, Integer> leftOut() {
        return fields("left-out").collect(Collectors.toMap(field -> field[1], field -> Integer.valueOf(field[2]), Integer::sum,
                TreeMap::new));
    }

    private Stream<String[]> fields(String kind) {
        return head.lines().map(line -> line.split("\t", -1)).filter(field -> field[0].equals(kind));
    }

    /** One step of a draw. */
    public record Step(String action, String no, String county, Map<String, Object> after) implements Audited {
        @Override
        public String subject() {
            return "draw:" + no;
        }
    }
}
