package org.fugong.draw.recomputation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sends inspectors to drawn firms, one firm after the other: of each department those with the fewest firms so far. */
final class InspectorDraw {

    private final PoolHead head;
    private final Values values;
    private final Map<String, Integer> load = new HashMap<>();

    InspectorDraw(PoolHead head, Values values) {
        this.head = head;
        this.values = values;
    }

    /** The same firm with who is sent; with nobody where a department has not enough who are not recused. */
    DrawnFirm staff(DrawnFirm drawn) {
        var sent = new ArrayList<String>();
        for (var department : head.departments().entrySet()) {
            var able = head.inspectors().stream().filter(one -> one.department().equals(department.getKey()))
                    .filter(one -> !one.recused().contains(drawn.firm().number())).sorted(order(drawn.firm().number()))
                    .limit(department.getValue()).map(PoolInspector::number).toList();
            if (able.size() < department.getValue()) {
                return drawn;
            }
            sent.addAll(able);
        }
        sent.forEach(one -> load.merge(one, 1, Integer::sum));
        return new DrawnFirm(drawn.firm(), drawn.place(), drawn.value(), List.copyOf(sent));
    }

    private Comparator<PoolInspector> order(String firm) {
        var value = new HashMap<String, byte[]>();
        return Comparator.<PoolInspector>comparingInt(one -> load.getOrDefault(one.number(), 0))
                .thenComparing(one -> value.computeIfAbsent(one.number(), number -> values.ofInspector(firm, one)),
                        (left, right) -> Arrays.compareUnsigned(left, right))
                .thenComparing(PoolInspector::number);
    }
}
