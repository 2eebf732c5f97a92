package org.fugong.enterprise;

/** What was typed cannot be a credit code, and why. */
public class IllegalCreditCode extends IllegalArgumentException {

    /** What exactly is wrong, so that the person can be told. */
    public sealed interface Fault {

        /** There are more or fewer than 18 characters. */
        record WrongLength(int given) implements Fault {
        }

        /** A character that no credit code contains, at a place counted from 1. */
        record StrangeCharacter(String character, int place) implements Fault {
        }

        /** All characters are possible but one of them is mistyped. */
        record WrongCheck() implements Fault {
        }
    }

    private final transient Fault fault;

    IllegalCreditCode(Fault fault) {
        super(fault.toString());
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }
}
