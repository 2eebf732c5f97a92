package org.fugong.collective;

/** A unit that cannot be entered, corrected or taken off; nothing was changed. */
public class UnitRefused extends RuntimeException {

    private final UnitFault fault;

    UnitRefused(UnitFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    public UnitFault fault() {
        return fault;
    }
}
