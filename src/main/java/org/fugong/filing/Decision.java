package org.fugong.filing;

import java.time.Instant;
import java.util.List;

/**
 * What a county decided on an application, by whom and when; a refusal gives its reason for each item it rests on and, where
 * the rules had found one of them met, says why that does not hold ({@code null} where it contradicts nothing). Where it was
 * not accepted, {@code notAccepted} says why and nothing was decided; otherwise it is {@code null}.
 */
public record Decision(boolean permitted, List<Reason> reasons, String contradiction, String by, Instant at, String notAccepted) {

    /** Why one item of the filing's list stands in the way. */
    public record Reason(String code, String text) {
    }
}
