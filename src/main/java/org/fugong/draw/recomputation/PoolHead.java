package org.fugong.draw.recomputation;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the file of a pool says before its firms: the rule of the draw, and who may be sent.
 *
 * @param draw        the number of the draw
 * @param scope       what the firms have in common, by name; to be read, nothing is computed from it
 * @param leftOut     how many firms of the scope are not in the pool, by reason; to be read as well
 * @param strata      by their keys, which count from one
 * @param departments how many inspectors of which departments are sent to each firm
 * @param inspectors  in the order of their numbers
 */
public record PoolHead(String draw, Map<String, String> scope, Map<String, Integer> leftOut, List<Stratum> strata,
        Map<String, Integer> departments, List<PoolInspector> inspectors) {

    static final String FORMAT = "fugong-draw-pool\t1";

    /** Its lines, the first of the file. */
    public Stream<String> lines() {
        return Stream.of(Stream.of(FORMAT, Lines.of("draw", draw)),
                scope.entrySet().stream().map(one -> Lines.of("scope", one.getKey(), one.getValue())),
                leftOut.entrySet().stream().map(one -> Lines.of("left-out", one.getKey(), one.getValue())),
                strata.stream().map(Stratum::line),
                departments.entrySet().stream().map(one -> Lines.of("department", one.getKey(), one.getValue())),
                inspectors.stream().map(PoolInspector::line)).flatMap(part -> part);
    }
}
