package org.fugong.filing;

import java.util.List;
import org.fugong.risk.Regime;

/** What an enterprise sends: a notice, a checklist of answers, a signed commitment, or an application. */
public enum FilingKind {
    NOTICE(FilingState.RECORDED), CHECKLIST(FilingState.EFFECTIVE), COMMITMENT(FilingState.EFFECTIVE), APPLICATION(FilingState.SUBMITTED);

    private final FilingState submitted;

    FilingKind(FilingState submitted) {
        this.submitted = submitted;
    }

    /** What a regime offers, the first one being what most firms take. */
    public static List<FilingKind> offered(Regime regime) {
        return switch (regime) {
            case NOTICE -> List.of(NOTICE);
            case RECORD -> List.of(COMMITMENT, CHECKLIST);
            case APPROVAL -> List.of(APPLICATION);
        };
    }

    /** The state that submitting leads to. */
    public FilingState submitted() {
        return submitted;
    }

    /** Whether conditions are part of it; a notice has a plan and no more. */
    public boolean conditions() {
        return this != NOTICE;
    }

    /** Whether each condition is answered with a value, not promised. */
    public boolean answered() {
        return this == CHECKLIST || this == APPLICATION;
    }
}
