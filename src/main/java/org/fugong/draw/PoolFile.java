package org.fugong.draw;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.fugong.draw.recomputation.PoolFirm;
import org.fugong.draw.recomputation.Seed;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The file of a pool, read from the database piece by piece, so that it takes no more memory however long it is. */
@Component
public class PoolFile {

    private static final int PIECE = 2_000;

    private final JdbcClient jdbc;

    PoolFile(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The whole of it: the head as it is kept with the draw, then the firms in the order of their numbers. */
    public InputStream read(long draw, String head) {
        return new SequenceInputStream(new Pieces(draw, head));
    }

    /** SHA-256 of it, in hexadecimal digits. */
    String hash(long draw, String head) {
        var digest = Seed.sha256();
        var pieces = new Pieces(draw, head);
        while (pieces.hasMoreElements()) {
            digest.update(pieces.nextElement().readAllBytes());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private final class Pieces implements Enumeration<ByteArrayInputStream> {

        private final long draw;
        private String next;
        private String last = "";

        Pieces(long draw, String head) {
            this.draw = draw;
            this.next = head;
        }

        @Override
        public boolean hasMoreElements() {
            if (next == null) {
                var firms = jdbc.sql("select stratum, no, tickets, name from draw_firm where draw_id = ? and no > ? order by no limit ?")
                        .params(draw, last, PIECE)
                        .query((row, n) -> new PoolFirm(row.getInt(1), row.getString(2), row.getInt(3), row.getString(4))).list();
                if (!firms.isEmpty()) {
                    last = firms.getLast().number();
                    next = firms.stream().map(firm -> firm.line() + "\n").collect(Collectors.joining());
                }
            }
            return next != null;
        }

        @Override
        public ByteArrayInputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            var piece = new ByteArrayInputStream(next.getBytes(StandardCharsets.UTF_8));
            next = null;
            return piece;
        }
    }
}
