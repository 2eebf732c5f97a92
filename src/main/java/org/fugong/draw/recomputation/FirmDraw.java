package org.fugong.draw.recomputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Draws firms, each stratum by itself: the first ones by their values. It keeps no more firms than are drawn. */
final class FirmDraw {

    private static final Comparator<Valued> ORDER = Comparator
            .comparing(Valued::value, (byte[] left, byte[] right) -> Arrays.compareUnsigned(left, right))
            .thenComparing(valued -> valued.firm().number());

    private final Values values;
    private final List<Stratum> strata;
    /** For each stratum the smallest values so far, the greatest of them in front. */
    private final List<PriorityQueue<Valued>> smallest;

    private record Valued(byte[] value, PoolFirm firm) {
    }

    FirmDraw(PoolHead head, Values values) {
        this.values = values;
        this.strata = head.strata();
        this.smallest = strata.stream().map(stratum -> new PriorityQueue<>(ORDER.reversed())).toList();
    }

    void take(PoolFirm firm) {
        var kept = smallest.get(firm.stratum() - 1);
        int drawn = strata.get(firm.stratum() - 1).drawn();
        var valued = new Valued(values.ofFirm(firm), firm);
        if (kept.size() < drawn) {
            kept.add(valued);
        } else if (drawn > 0 && ORDER.compare(valued, kept.peek()) < 0) {
            kept.remove();
            kept.add(valued);
        }
    }

    /** The firms that are drawn, by stratum and value; nobody is sent to them yet. */
    List<DrawnFirm> drawn() {
        var drawn = new ArrayList<DrawnFirm>();
        smallest.forEach(kept -> {
            var sorted = kept.stream().sorted(ORDER).toList();
            for (int i = 0; i < sorted.size(); i++) {
                drawn.add(new DrawnFirm(sorted.get(i).firm(), i + 1, Values.text(sorted.get(i).value()), List.of()));
            }
        });
        return drawn;
    }
}
