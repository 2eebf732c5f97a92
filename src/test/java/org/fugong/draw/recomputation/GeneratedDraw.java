package org.fugong.draw.recomputation;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A draw made up at random, the same for the same number. */
public record GeneratedDraw(Seed seed, String pool) {

    private static final String DRAW = "640104-2026-%04d";

    public static GeneratedDraw of(int n) {
        var random = new Random(20_200_320L + n);
        var hex = random.ints(64, 0, 16).mapToObj(Integer::toHexString).collect(Collectors.joining());
        int strata = 1 + random.nextInt(3);
        var firms = new TreeMap<String, PoolFirm>();
        for (int i = random.nextInt(40); i >= 0; i--) {
            var number = "640104-2003%02d-%05d-%d".formatted(1 + random.nextInt(30), random.nextInt(100_000), random.nextInt(10));
            firms.put(number,
                    new PoolFirm(1 + random.nextInt(strata), number, 1 + random.nextInt(3), "企业" + random.nextInt(1_000) + " 𠮷\t虚构"));
        }
        return new GeneratedDraw(new Seed(hex),
                Stream.concat(head(n, random, strata, firms).lines(), firms.values().stream().map(PoolFirm::line))
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    private static PoolHead head(int n, Random random, int strata, Map<String, PoolFirm> firms) {
        var shares = new ArrayList<Stratum>();
        for (int key = 1; key <= strata; key++) {
            int stratum = key;
            int size = (int) firms.values().stream().filter(firm -> firm.stratum() == stratum).count();
            shares.add(random.nextBoolean()
                    ? new Stratum(key, Stratum.Share.COUNT, random.nextInt(12), 0, size, "第" + key + "层")
                    : new Stratum(key, Stratum.Share.RATIO, 1 + random.nextInt(Stratum.WHOLE), random.nextInt(4), size, "第" + key + "层"));
        }
        var departments = new LinkedHashMap<String, Integer>();
        List.of("HEALTH", "EMERGENCY", "GENERAL").subList(0, random.nextInt(4))
                .forEach(code -> departments.put(code, 1 + random.nextInt(2)));
        var numbers = List.copyOf(firms.keySet());
        var inspectors = IntStream.rangeClosed(1, random.nextInt(12)).mapToObj(i -> new PoolInspector("I%03d".formatted(i),
                List.of("HEALTH", "EMERGENCY", "GENERAL").get(random.nextInt(3)),
                new TreeSet<>(random.ints(random.nextInt(4), 0, numbers.size()).mapToObj(numbers::get).toList()))).toList();
        return new PoolHead(DRAW.formatted(n % 10_000), Map.of("county", "640104"), Map.of("cap", random.nextInt(5)), shares, departments,
                inspectors);
    }

    /** What the portal computes of it. */
    public DrawComputation.Result computed() {
        return DrawComputation.of(seed, new ByteArrayInputStream(pool.getBytes(StandardCharsets.UTF_8)));
    }

    /** Its record as the portal publishes it. */
    public String record() {
        var result = computed();
        return Stream
                .of(PublishedRecord.before(result.head().draw(), "2026-03-02T01:00:00Z", "2026-03-04T02:00:00Z", result.poolHash(), seed,
                        pool.lines().count()), pool.lines(), Stream.of(PublishedRecord.resultLine(result.drawn().size())),
                        result.drawn().stream().map(DrawnFirm::line))
                .flatMap(part -> part)
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
