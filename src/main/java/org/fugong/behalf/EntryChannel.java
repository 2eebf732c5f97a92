package org.fugong.behalf;

import org.fugong.filing.FilingKind;

/** How a firm told what is entered for it: by phone, which is enough for a notice, or on a signed paper whose scan is attached. */
public enum EntryChannel {
    PHONE, PAPER;

    public boolean serves(FilingKind kind) {
        return kind == FilingKind.NOTICE || this == PAPER && kind != FilingKind.APPLICATION;
    }
}
