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

        /** It is the number of a citizen's identity card, and no organisation code is inside. */
        record LikeCitizenNumber() implements Fault {
        }

        /** It is a registration number of 15 digits (注册号), as on licences until 2015. */
        record RegistrationNumber() implements Fault {
        }

        /** It is an organisation code of 9 characters (组织机构代码), as on certificates until 2015. */
        record OnlyOrganisationCode() implements Fault {
        }

        /** The check fits, but no authority registers a kind of organisation under these first two characters. */
        record UnknownKind(String beginning) implements Fault {
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
