package org.fugong.attachment;

/** What is found in the bytes of a file, before its name comes into it. */
class Unfit extends Exception {

    private final AttachmentFault fault;

    Unfit(AttachmentFault fault) {
        super(fault.name(), null, false, false);
        this.fault = fault;
    }

    AttachmentFault fault() {
        return fault;
    }
}
