package org.fugong.draw.recomputation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawComputationTests {

    private static final int DRAWS = 100_000;

    @Test
    void theDocumentedExampleComesOutAsDocumented() throws Exception {
        var verdict = PublishedRecord.verify(Files.newInputStream(Path.of("src/docs/draw-example.tsv")));
        assertThat(verdict.why()).isEmpty();
        assertThat(verdict).isEqualTo(new PublishedRecord.Verdict("640104-2026-0001", 3, 7, 0, ""));
    }

    @Test
    void theDocumentedValuesAreThoseOfTheExample() throws Exception {
        var document = Files.readString(Path.of("src/docs/draws.md"));
        var example = Files.readString(Path.of("src/docs/draw-example.tsv"));
        assertThat(example.lines().filter(line -> line.startsWith("drawn\t")).map(line -> line.split("\t")[4])).hasSize(3)
                .allSatisfy(value -> assertThat(document).contains(value));
        assertThat(example.lines().filter(line -> line.matches("(pool|seed)-sha256\t.*|seed\t.*")).map(line -> line.split("\t")[1]))
                .hasSize(3)
                .allSatisfy(hash -> assertThat(document).contains(hash));
    }

    @Test
    void somebodyWhoReadOnlyTheDocumentComputesTheSame() {
        for (int n = 0; n < 1_000; n++) {
            var generated = GeneratedDraw.of(n);
            var computed = generated.computed();
            assertThat(computed.drawn().stream().map(DrawnFirm::line)).as("draw %d", n)
                    .isEqualTo(DocumentedDraw.result(generated.seed().hex(), generated.pool()));
            assertThat(computed.poolHash()).isEqualTo(DocumentedDraw.sha256(generated.pool()));
            assertThat(generated.seed().hash()).isEqualTo(DocumentedDraw.sha256(generated.seed().hex()));
        }
    }

    @Test
    void nobodyIsSentToAFirmThatTheyAreRecusedFrom() {
        var staffed = 0;
        for (int n = 0; n < 1_000; n++) {
            var computed = GeneratedDraw.of(n).computed();
            var recused = computed.head().inspectors().stream().collect(Collectors.toMap(PoolInspector::number, PoolInspector::recused));
            for (var drawn : computed.drawn()) {
                staffed += drawn.inspectors().size();
                assertThat(drawn.inspectors()).doesNotHaveDuplicates()
                        .allSatisfy(inspector -> assertThat(recused.get(inspector)).doesNotContain(drawn.firm().number()));
            }
        }
        assertThat(staffed).isGreaterThan(5_000);
    }

    @Test
    void theLoadOfInspectorsDiffersByOneAtMostWhereNobodyIsRecused() {
        var pool = new StringBuilder("fugong-draw-pool\t1\ndraw\tD-1\nstratum\t1\tcount\t50\t0\t100\t\ndepartment\tHEALTH\t2\n");
        IntStream.range(100, 107).forEach(i -> pool.append("inspector\tI").append(i).append("\tHEALTH\t\n"));
        IntStream.range(100, 200).forEach(i -> pool.append("firm\t1\tF-").append(i).append("\t1\t\n"));
        var drawn = DrawComputation.of(new Seed("5".repeat(64)), stream(pool.toString())).drawn();
        assertThat(drawn.stream().flatMap(firm -> firm.inspectors().stream())
                .collect(Collectors.groupingBy(one -> one, Collectors.counting())).values()).hasSize(7)
                .allMatch(load -> load == 14 || load == 15);
    }

    /**
     * Of four firms each is among the two drawn as often, and in a stratum by itself a firm of three tickets comes first three times as
     * often as one of a single ticket. The critical values are those of 3 and 1 degrees of freedom at 0.001.
     */
    @Test
    void everyFirmIsDrawnAsOftenAsItsWeightSaysOverAHundredThousandDraws() {
        var firms = List.of(new PoolFirm(1, "F-0", 1, ""), new PoolFirm(1, "F-1", 1, ""), new PoolFirm(1, "F-2", 1, ""),
                new PoolFirm(1, "F-3", 1, ""), new PoolFirm(2, "F-4", 1, ""), new PoolFirm(2, "F-5", 3, ""));
        var head = new PoolHead("D-1", Map.of(), Map.of(), List.of(new Stratum(1, Stratum.Share.COUNT, 2, 0, 4, ""),
                new Stratum(2, Stratum.Share.COUNT, 1, 0, 2, "")), Map.of(), List.of());
        var random = new Random(20_200_320);
        var times = new int[firms.size()];
        for (int i = 0; i < DRAWS; i++) {
            var seed = "%016x%016x%016x%016x".formatted(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
            var draw = new FirmDraw(head, new Values(new Seed(seed), "D-1"));
            firms.forEach(draw::take);
            draw.drawn().forEach(one -> times[firms.indexOf(one.firm())]++);
        }
        // who is drawn is not drawn again, which makes the counts vary less than independent ones: by (1 - 2/4) * 4/3
        assertThat(squares(times, 0, 2 / 4.0, 4) / (1 - 2 / 4.0) * 3 / 4).isLessThan(16.27).isGreaterThan(0.05);
        assertThat(squares(times, 4, 1 / 4.0, 1) + squares(times, 5, 3 / 4.0, 1)).isLessThan(10.83).isGreaterThan(0);
    }

    private static double squares(int[] times, int from, double share, int firms) {
        return IntStream.range(from, from + firms).mapToDouble(i -> Math.pow(times[i] - DRAWS * share, 2) / (DRAWS * share)).sum();
    }

    @ParameterizedTest
    @CsvSource({"COUNT, 5, 0, 100, 5", "COUNT, 5, 0, 3, 3", "COUNT, 0, 0, 3, 0", "RATIO, 500, 0, 100, 5", "RATIO, 500, 0, 101, 6",
            "RATIO, 1, 0, 1, 1", "RATIO, 500, 10, 100, 10", "RATIO, 500, 10, 7, 7", "RATIO, 10000, 0, 7, 7",
            "RATIO, 9999, 0, 1000000, 999900",
            "RATIO, 500, 5, 0, 0"})
    void aStratumSaysHowManyAreDrawn(Stratum.Share share, int amount, int atLeast, int firms, int drawn) {
        assertThat(new Stratum(1, share, amount, atLeast, firms, "").drawn()).isEqualTo(drawn);
    }

    @Test
    void whateverIsChangedInARecordIsFound() {
        var record = GeneratedDraw.of(3).record();
        assertThat(PublishedRecord.verify(stream(record)).same()).isTrue();
        var bytes = record.getBytes(StandardCharsets.UTF_8);
        int announcement = record.indexOf("pool-sha256");
        for (int at = announcement; at < bytes.length; at++) {
            var changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(found(changed)).as("byte %d, %s", at, (char) bytes[at]).isTrue();
        }
        for (int length = 0; length < bytes.length; length += 7) {
            assertThat(found(Arrays.copyOf(bytes, length))).as("%d bytes", length).isTrue();
        }
    }

    private static boolean found(byte[] record) {
        try {
            return !PublishedRecord.verify(new ByteArrayInputStream(record)).same();
        } catch (MalformedRecord e) {
            return e.line() > 0;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"firm\\t1\\tF-2\\t1\\tb\\nfirm\\t1\\tF-1\\t1\\ta\\n; 5; order of their numbers",
            "firm\\t1\\tF-1\\t1\\tb\\nfirm\\t1\\tF-1\\t1\\ta\\n; 5; each once",
            "firm\\t1\\tF-1\\t0\\ta\\nfirm\\t1\\tF-2\\t1\\tb\\n; 4; tickets",
            "firm\\t2\\tF-1\\t1\\ta\\nfirm\\t1\\tF-2\\t1\\tb\\n; 4; no such stratum",
            "firm\\t1\\tF-1\\t1\\ta\\n; 4; has 1 firms and says 2",
            "firm\\t1\\tF-1\\t1\\ta\\r\\n; 4; CR", "firm\\t1\\tF|1\\t1\\ta\\n; 4; no number",
            "stratum\\t3\\tcount\\t1\\t0\\t2\\tx\\n; 4; count from one",
            "inspector\\t1\\tHEALTH\\t\\n; 4; begins with a letter", "firm\\t1\\tF-1\\t1\\ta; 4; cut off", "colour\\tred\\n; 4; unknown"})
    void aPoolThatIsNoneIsRefusedWithItsLine(String rest, long line, String why) {
        var pool = "fugong-draw-pool\t1\ndraw\tD-1\nstratum\t1\tcount\t1\t0\t2\tx\n"
                + rest.replace("\\t", "\t").replace("\\n", "\n").replace("\\r", "\r");
        assertThatThrownBy(() -> DrawComputation.of(new Seed("0".repeat(64)), stream(pool)))
                .isInstanceOfSatisfying(MalformedRecord.class, e -> assertThat(e.line()).isEqualTo(line)).hasMessageContaining(why);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
