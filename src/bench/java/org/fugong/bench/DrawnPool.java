package org.fugong.bench;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.fugong.draw.recomputation.DrawComputation;
import org.fugong.draw.recomputation.DrawnFirm;
import org.fugong.draw.recomputation.PoolFirm;
import org.fugong.draw.recomputation.PoolHead;
import org.fugong.draw.recomputation.PoolInspector;
import org.fugong.draw.recomputation.PublishedRecord;
import org.fugong.draw.recomputation.Seed;
import org.fugong.draw.recomputation.Stratum;

/** The command that computes a draw again, on a pool of 1,000,000 firms of which one in a hundred is drawn, with little memory. */
final class DrawnPool {

    private static final int FIRMS = 1_000_000;
    private static final int STRATA = 4;
    private static final String HEAP = "-Xmx64m";
    private static final Seed SEED = new Seed("2".repeat(64));

    private DrawnPool() {
    }

    static void measure() throws Exception {
        var folder = Files.createDirectories(Path.of("target", "bench"));
        var pool = folder.resolve("pool.tsv");
        write(pool, Stream.concat(head().lines(), IntStream.range(0, FIRMS).mapToObj(DrawnPool::firm).map(PoolFirm::line)));
        var record = folder.resolve("draw.tsv");
        var begun = System.nanoTime();
        try (var in = Files.newInputStream(pool); var buffered = new BufferedInputStream(in)) {
            var result = DrawComputation.of(SEED, buffered);
            System.out.printf("a draw from %,d firms: %.1f s%n", FIRMS, (System.nanoTime() - begun) / 1e9);
            write(record, Stream.of(PublishedRecord.before(result.head().draw(), "", "", result.poolHash(), SEED,
                    head().lines().count() + FIRMS), Files.lines(pool), Stream.of(PublishedRecord.resultLine(result.drawn().size())),
                    result.drawn().stream().map(DrawnFirm::line)).flatMap(part -> part));
        }
        begun = System.nanoTime();
        var process = new ProcessBuilder(List.of(ProcessHandle.current().info().command().orElse("java"), HEAP, "-cp",
                System.getProperty("java.class.path"), "org.fugong.FugongApplication", "verify-draw", record.toString())).start();
        var said = process.inputReader().readLine();
        System.out.printf("verify-draw, %s, %d MB: %s, exit %d, %.1f s%n", HEAP, Files.size(record) >> 20, said, process.waitFor(),
                (System.nanoTime() - begun) / 1e9);
    }

    private static void write(Path file, Stream<String> lines) throws Exception {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file)); lines) {
            for (var line : (Iterable<String>) lines::iterator) {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static PoolHead head() {
        return new PoolHead("640104-2026-0001", Map.of(), Map.of(),
                IntStream.rangeClosed(1, STRATA)
                        .mapToObj(key -> new Stratum(key, Stratum.Share.RATIO, 100, 10, FIRMS / STRATA, "stratum " + key)).toList(),
                Map.of("HEALTH", 2),
                IntStream.range(100, 300).mapToObj(i -> new PoolInspector("I" + i, "HEALTH", Set.of(firm(i).number()))).toList());
    }

    private static PoolFirm firm(int i) {
        return new PoolFirm(1 + i % STRATA, "640104-200301-%07d-%d".formatted(i, i % 10), 1 + i % 3 / 2, "抽查演示第" + i + "企业有限公司（虚构）");
    }
}
