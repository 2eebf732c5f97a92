package org.fugong.draw.recomputation;

import java.io.InputStream;
import java.util.HexFormat;
import java.util.List;
import java.security.MessageDigest;

/** Computes a draw from its seed and the file of its pool, read once from front to back; kept is only what is drawn. */
public final class DrawComputation {

    private final Seed seed;
    private final Lines lines;
    private final PoolReading reading;
    private final MessageDigest digest = Seed.sha256();
    private PoolHead head;
    private FirmDraw firms;
    private InspectorDraw inspectors;

    /** What is drawn, in order, from the pool of this head, whose file has this SHA-256. */
    public record Result(PoolHead head, String poolHash, List<DrawnFirm> drawn) {
    }

    DrawComputation(Seed seed, Lines lines) {
        this.seed = seed;
        this.lines = lines;
        this.reading = new PoolReading(lines, this::begin, firm -> firms.take(firm));
    }

    /** The whole of a pool's file; {@link MalformedRecord} where it is none. */
    public static Result of(Seed seed, InputStream pool) {
        var lines = new Lines(pool);
        var computation = new DrawComputation(seed, lines);
        for (var line = lines.next(); line != null; line = lines.next()) {
            computation.line(line);
        }
        return computation.result();
    }

    /** Takes the line that was read last. */
    void line(String line) {
        digest.update(lines.bytes());
        reading.line(line);
    }

    Result result() {
        reading.end();
        return new Result(head, HexFormat.of().formatHex(digest.digest()), firms.drawn().stream().map(inspectors::staff).toList());
    }

    private void begin(PoolHead read) {
        head = read;
        var values = new Values(seed, read.draw());
        firms = new FirmDraw(read, values);
        inspectors = new InspectorDraw(read, values);
    }
}
