package org.fugong.draw.recomputation;

/** A file is not what {@code src/docs/draws.md} says that it is: at which line, counted from one, and why, in English words. */
public class MalformedRecord extends RuntimeException {

    private final long line;

    MalformedRecord(long line, String why) {
        super(why, null, false, false);
        this.line = line;
    }

    public long line() {
        return line;
    }
}
