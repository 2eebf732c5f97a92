package org.fugong.filing;

import java.util.List;
import java.util.stream.Stream;

/** What a firm may do about a filing that it has submitted. */
public enum FilingAct {

    /** Take it back: as long as nothing was replied to it. */
    WITHDRAW,

    /** End the work that it was filed for: once work may go on by it. */
    CLOSE,

    /** File its next version, with other people, another place or plan: while work may go on by it; what was permitted, by applying. */
    CHANGE,

    /** Say once more what it says, by the list in force: while work may go on by it, or when it is resumed after an end. */
    RENEW;

    /** Whether the state of a filing allows it; an order of the county, or what applies now, may stand in the way all the same. */
    public boolean possible(FilingState state) {
        return switch (this) {
            case WITHDRAW -> state.live() && state != FilingState.SUSPENDED && state != FilingState.PERMITTED;
            case CLOSE -> state.live() && state.mayStart();
            case CHANGE -> state == FilingState.RECORDED || state == FilingState.EFFECTIVE || state == FilingState.PERMITTED;
            case RENEW -> CHANGE.possible(state) || state == FilingState.ENDED || state == FilingState.WITHDRAWN;
        };
    }

    /** What is possible in a state. */
    public static List<FilingAct> in(FilingState state) {
        return Stream.of(values()).filter(act -> act.possible(state)).toList();
    }
}
