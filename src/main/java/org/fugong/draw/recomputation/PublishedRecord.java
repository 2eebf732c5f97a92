package org.fugong.draw.recomputation;

import java.io.InputStream;
import java.util.stream.Stream;

/** The record of a draw as it is published, in one file: hashes, seed, pool and result. */
public final class PublishedRecord {

    private static final String FORMAT = "fugong-draw\t1";

    private final Lines lines;

    /**
     * What the computation of a record came to.
     *
     * @param draw  the number of the draw
     * @param drawn how many firms
     * @param of    from how many
     * @param line  the line that differs, counted from one; 0 where none does
     * @param why   what it says and what was computed; empty where nothing differs
     */
    public record Verdict(String draw, int drawn, int of, long line, String why) {

        public boolean same() {
            return line == 0;
        }
    }

    private PublishedRecord(InputStream in) {
        this.lines = new Lines(in);
    }

    /** The lines before the pool of so many lines. */
    public static Stream<String> before(String draw, String announcedAt, String revealAt, String poolHash, Seed seed, long poolLines) {
        return Stream.of(FORMAT, Lines.of("draw", draw), Lines.of("announced", announcedAt), Lines.of("reveal", revealAt),
                Lines.of("pool-sha256", poolHash), Lines.of("seed-sha256", seed.hash()), Lines.of("seed", seed.hex()),
                Lines.of("pool", poolLines));
    }

    /** The line after the pool: how many firms were drawn, whose lines follow. */
    public static String resultLine(int drawn) {
        return Lines.of("result", drawn);
    }

    /**
     * Computes everything again that a record says.
     *
     * @throws MalformedRecord where the file is no record
     */
    public static Verdict verify(InputStream in) {
        return new PublishedRecord(in).verify();
    }

    private Verdict verify() {
        if (!FORMAT.equals(lines.next())) {
            throw lines.malformed("this is not a record of a draw of version 1");
        }
        var draw = field("draw");
        field("announced");
        field("reveal");
        var poolHash = field("pool-sha256");
        long poolHashLine = lines.number();
        var seedHash = field("seed-sha256");
        long seedHashLine = lines.number();
        var seed = seed(field("seed"));
        if (!seed.hash().equals(seedHash)) {
            return differs(draw, seedHashLine, seedHash, seed.hash());
        }
        var computation = new DrawComputation(seed, lines);
        for (long left = count(field("pool")); left > 0; left--) {
            computation.line(next());
        }
        var result = computation.result();
        if (!result.poolHash().equals(poolHash)) {
            return differs(draw, poolHashLine, poolHash, result.poolHash());
        }
        if (!result.head().draw().equals(draw)) {
            return differs(draw, 2, draw, result.head().draw());
        }
        return compare(draw, result);
    }

    private Verdict compare(String draw, DrawComputation.Result result) {
        long said = count(field("result"));
        if (said != result.drawn().size()) {
            return differs(draw, lines.number(), Long.toString(said), Integer.toString(result.drawn().size()));
        }
        for (var drawn : result.drawn()) {
            var line = next();
            if (!line.equals(drawn.line())) {
                return differs(draw, lines.number(), line, drawn.line());
            }
        }
        if (lines.next() != null) {
            throw lines.malformed("nothing stands after the result");
        }
        return new Verdict(draw, result.drawn().size(), result.head().strata().stream().mapToInt(Stratum::firms).sum(), 0, "");
    }

    private static Verdict differs(String draw, long line, String published, String computed) {
        return new Verdict(draw, 0, 0, line, "published \"%s\", computed \"%s\"".formatted(shown(published), shown(computed)));
    }

    private static String shown(String line) {
        return line.replace('\t', ' ');
    }

    private String field(String name) {
        var fields = next().split("\t", -1);
        if (fields.length != 2 || !fields[0].equals(name)) {
            throw lines.malformed("there should be: " + name);
        }
        return fields[1];
    }

    private String next() {
        var line = lines.next();
        if (line == null) {
            throw lines.malformed("the file ends here, it was cut off");
        }
        return line;
    }

    private Seed seed(String hex) {
        try {
            return new Seed(hex);
        } catch (IllegalArgumentException e) {
            throw lines.malformed(e.getMessage());
        }
    }

    private long count(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw lines.malformed("this is no whole number: " + text);
        }
        return Long.parseLong(text);
    }
}
