package org.fugong.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * How far the days of a reply have run: from a day that does not count to the last one, in working days, without the times in
 * which the county waited for the firm.
 *
 * @param day   which of the working days today is, from 0 for that of the submission
 * @param days  how many there are
 * @param dueOn the last one; null while the clock stands still
 */
public record ReplyClock(Light light, LocalDate from, LocalDate dueOn, int day, int days, List<Stop> stops) {

    /** Amber from when half of the days are gone, red when all are; off when there is nothing left to reply to. */
    public enum Light {
        GREEN, AMBER, RED, STOPPED, OFF
    }

    /** A time in which the county waited for the firm; {@code until} is null while it waits. */
    public record Stop(Instant at, Instant until) {
    }

    /** How pressing it is by the working days that are wholly gone. */
    public static Light light(int gone, int days, boolean over) {
        return over ? Light.RED : gone * 2 >= days ? Light.AMBER : Light.GREEN;
    }
}
