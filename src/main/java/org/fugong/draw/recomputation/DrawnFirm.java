package org.fugong.draw.recomputation;

import java.util.List;

/**
 * A firm that was drawn.
 *
 * @param place      its place within the stratum, counted from one
 * @param value      the smallest value of its tickets, as lower-case hexadecimal digits
 * @param inspectors the numbers of who is sent, by department; none where there were not enough
 */
public record DrawnFirm(PoolFirm firm, int place, String value, List<String> inspectors) {

    private static final String NOT_STAFFED = "not-staffed";

    public String line() {
        return Lines.of("drawn", firm.stratum(), place, firm.number(), value,
                inspectors.isEmpty() ? NOT_STAFFED : String.join(" ", inspectors));
    }
}
