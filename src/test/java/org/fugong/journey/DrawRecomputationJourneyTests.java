package org.fugong.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.fugong.draw.recomputation.GeneratedDraw;
import org.junit.jupiter.api.Test;

/** The browser computes draws as the portal does, and as somebody does who has only read how. */
@JourneyTest
class DrawRecomputationJourneyTests {

    private static final String RECOMPUTED = """
            async records => {
              const { recompute } = await import('/assets/draw.js');
              const results = [];
              for (const record of records) {
                results.push(await recompute(new TextEncoder().encode(record)));
              }
              return results;
            }""";

    @Test
    void aThousandDrawsComeOutTheSameInTheBrowser(Visitor journalist) {
        var draws = IntStream.range(0, 1_000).mapToObj(GeneratedDraw::of).toList();
        var results = recomputed(journalist, draws.stream().map(GeneratedDraw::record).toList());
        assertThat(results).hasSameSizeAs(draws);
        for (int n = 0; n < results.size(); n++) {
            var computed = draws.get(n).computed();
            assertThat(results.get(n)).as("draw %d", n)
                    .isEqualTo(Map.of("draw", computed.head().draw(), "drawn", computed.drawn().size(), "of",
                            (int) draws.get(n).pool().lines().filter(line -> line.startsWith("firm\t")).count()));
        }
    }

    @Test
    void whatWasChangedIsSaidWithItsLine(Visitor journalist) throws Exception {
        var record = Files.readString(Path.of("src/docs/draw-example.tsv"));
        assertThat(recomputed(journalist, List.of(record, record.replace("I004 I001", "I001 I004"), record.replace("甲机械", "乙机械"),
                record.replace("seed\t50", "seed\t51"), record + "more", record.substring(0, record.length() - 300))))
                .extracting(result -> result.get("line")).containsExactly(null, 32, 5, 6, 35, 32);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> recomputed(Visitor visitor, List<String> records) {
        return (List<Map<String, Object>>) visitor.goTo("/receipts").says(RECOMPUTED, records);
    }
}
