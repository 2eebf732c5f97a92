package org.fugong.account;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.fugong.web.Tally;

/**
 * What waits for those of a role, declared as a bean by the module that keeps it. It is asked for with their home, counts
 * only what is within the scope of the one who acts, and does so in one query.
 */
public record WaitingWork(Role role, Function<Actor, List<Line>> lines) {

    /** As far as is counted. */
    public static final int CAP = Tally.CAP + 1;

    /**
     * Things of one kind.
     *
     * @param what    the end of the key of its text, after {@code waiting.}
     * @param urgency the smaller, the sooner it is told
     * @param count   how many wait
     * @param overdue how many of them are overdue
     * @param next    when the next one is due that is not overdue, or null
     * @param address the list of just these
     */
    public record Line(String what, int urgency, int count, int overdue, LocalDate next, String address) {

        /** Whether there are more than are counted. */
        public boolean more() {
            return count > Tally.CAP;
        }

        public int shown() {
            return Math.min(count, Tally.CAP);
        }
    }
}
