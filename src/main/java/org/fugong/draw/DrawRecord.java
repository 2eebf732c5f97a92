package org.fugong.draw;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.fugong.draw.recomputation.PublishedRecord;
import org.fugong.web.NotFound;
import org.springframework.stereotype.Component;

/** The record of a draw that has been revealed, as {@code verify-draw} and the browser read it: written piece by piece. */
@Component
public class DrawRecord {

    private static final int PIECE = 2_000;

    private final Draws draws;
    private final PoolFile files;

    DrawRecord(Draws draws, PoolFile files) {
        this.draws = draws;
        this.files = files;
    }

    /** Writes it; {@link NotFound} before the draw is revealed. */
    public void write(Draw draw, OutputStream out) throws IOException {
        var seed = draws.revealedSeed(draw.id()).orElseThrow(NotFound::new);
        lines(PublishedRecord.before(draw.no(), draw.announcedAt().toString(), draw.revealAt().toString(), draw.poolHash(), seed,
                draw.poolLines()), out);
        files.read(draw.id(), draw.head()).transferTo(out);
        lines(Stream.of(PublishedRecord.resultLine(draws.countResults(draw.id()))), out);
        for (var piece = draws.results(draw.id(), 0, PIECE); !piece.isEmpty();) {
            lines(piece.stream().map(DrawResult::line), out);
            piece = draws.results(draw.id(), piece.getLast().seq(), PIECE);
        }
    }

    /** The file of the pool alone; {@link NotFound} before the draw is revealed. */
    public void writePool(Draw draw, OutputStream out) throws IOException {
        draws.revealedSeed(draw.id()).orElseThrow(NotFound::new);
        files.read(draw.id(), draw.head()).transferTo(out);
    }

    private static void lines(Stream<String> lines, OutputStream out) throws IOException {
        for (var line : (Iterable<String>) lines::iterator) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
