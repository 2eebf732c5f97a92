package org.fugong.attachment;

/** A file that is not taken, and why; the name is fit to be shown. */
public class FileRefused extends Exception {

    private final AttachmentFault fault;
    private final String file;

    FileRefused(AttachmentFault fault, String file) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.file = file;
    }

    public AttachmentFault fault() {
        return fault;
    }

    public String file() {
        return file;
    }
}
