package org.fugong.draw.recomputation;

import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who may be sent, by a number that means nothing outside of this draw.
 *
 * @param number     such as {@code I003}
 * @param department the code of the department
 * @param recused    the numbers of the firms of the pool that this inspector has an interest in
 */
public record PoolInspector(String number, String department, Set<String> recused) {

    public String line() {
        return Lines.of("inspector", number, department, String.join(" ", new TreeSet<>(recused)));
    }
}
