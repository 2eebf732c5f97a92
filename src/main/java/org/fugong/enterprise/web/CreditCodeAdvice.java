package org.fugong.enterprise.web;

import java.util.Map;
import java.util.regex.Pattern;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.IllegalCreditCode;
import org.fugong.enterprise.IllegalCreditCode.Fault;
import org.fugong.web.Typed;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** What to tell somebody who types a credit code: the key of a message, what goes into it, and in which mood. */
record CreditCodeAdvice(Mood mood, String key, Object... arguments) {

    enum Mood {
        NEUTRAL, GOOD, BAD
    }

    /** What is meant, as a rule, by a letter that no credit code contains. */
    private static final Map<String, String> LOOKALIKES = Map.of("I", "1", "O", "0", "S", "5", "V", "U", "Z", "2");

    /** An organisation code as certificates have it; nine characters without the hyphen may be half a credit code. */
    private static final Pattern WITH_HYPHEN = Pattern.compile("(?<!\\w)\\w{8}\\p{Pd}\\w(?!\\w)");

    /** While it is typed, a code that is still too short is not yet wrong. */
    static CreditCodeAdvice whileTyping(String typed) {
        try {
            return new CreditCodeAdvice(Mood.GOOD, CreditCode.of(typed).innerCheckHolds() ? "credit-code.good" : "credit-code.inner");
        } catch (IllegalCreditCode e) {
            return switch (e.fault()) {
                case Fault.WrongLength(int given) when given < CreditCode.LENGTH -> progress(given);
                case Fault.OnlyOrganisationCode() when !WITH_HYPHEN.matcher(Typed.plain(typed)).find() -> progress(9);
                // somebody who has not finished may type a code that begins like one
                case Fault.RegistrationNumber() -> new CreditCodeAdvice(Mood.NEUTRAL, "credit-code.registration-number");
                default -> of(e);
            };
        }
    }

    private static CreditCodeAdvice progress(int given) {
        return new CreditCodeAdvice(Mood.NEUTRAL, "credit-code.progress", given);
    }

    static CreditCodeAdvice of(IllegalCreditCode e) {
        return switch (e.fault()) {
            case Fault.WrongLength(int given) -> new CreditCodeAdvice(Mood.BAD, "credit-code.length", given);
            case Fault.StrangeCharacter(String character, int place) -> LOOKALIKES.containsKey(character)
                    ? new CreditCodeAdvice(Mood.BAD, "credit-code.lookalike", character, place, LOOKALIKES.get(character))
                    : new CreditCodeAdvice(Mood.BAD, "credit-code.character", character, place);
            case Fault.WrongCheck() -> new CreditCodeAdvice(Mood.BAD, "credit-code.check");
            case Fault.LikeCitizenNumber() -> new CreditCodeAdvice(Mood.BAD, "credit-code.citizen");
            case Fault.RegistrationNumber() -> new CreditCodeAdvice(Mood.BAD, "credit-code.registration-number");
            case Fault.OnlyOrganisationCode() -> new CreditCodeAdvice(Mood.BAD, "credit-code.organisation-code");
            case Fault.UnknownKind(String beginning) -> new CreditCodeAdvice(Mood.BAD, "credit-code.kind", beginning);
        };
    }

    static CreditCodeAdvice taken() {
        return new CreditCodeAdvice(Mood.BAD, "credit-code.taken");
    }

    public boolean isTaken() {
        return key.equals("credit-code.taken");
    }

    public DefaultMessageSourceResolvable message() {
        return new DefaultMessageSourceResolvable(new String[]{key}, arguments);
    }
}
