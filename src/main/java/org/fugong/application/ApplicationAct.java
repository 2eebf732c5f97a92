package org.fugong.application;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fugong.account.Role;
import org.fugong.filing.FilingState;

/** What can be done about an application, by whom, and in which states of its filing. */
public enum ApplicationAct {

    ACCEPT(Role.OFFICIAL, FilingState.SUBMITTED), ASK_CORRECTION(Role.OFFICIAL, FilingState.SUBMITTED),
    NOT_ACCEPT(Role.OFFICIAL, FilingState.SUBMITTED), GIVE_OPINION(Role.OFFICIAL, FilingState.ACCEPTED),
    PERMIT(Role.OFFICIAL, FilingState.ACCEPTED), REFUSE(Role.OFFICIAL, FilingState.ACCEPTED),
    CORRECT(Role.ENTERPRISE, FilingState.CORRECTION),
    SIGN(Role.ENTERPRISE, FilingState.SUBMITTED, FilingState.ACCEPTED, FilingState.CORRECTION),
    WITHDRAW(Role.ENTERPRISE, FilingState.SUBMITTED, FilingState.ACCEPTED, FilingState.CORRECTION, FilingState.EFFECTIVE,
            FilingState.RECORDED);

    private final Role role;
    private final Set<FilingState> from;

    ApplicationAct(Role role, FilingState... from) {
        this.role = role;
        this.from = EnumSet.copyOf(List.of(from));
    }

    public Role role() {
        return role;
    }

    /** Whether a state lets it be done. */
    public boolean possible(FilingState state) {
        return from.contains(state);
    }

    /** What a role can do in a state. */
    public static List<ApplicationAct> possible(Role role, FilingState state) {
        return Arrays.stream(values()).filter(act -> act.role == role && act.possible(state)).toList();
    }
}
