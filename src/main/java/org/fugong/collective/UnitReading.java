package org.fugong.collective;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.fugong.enterprise.CreditCode;
import org.fugong.enterprise.IllegalCreditCode;
import org.fugong.enterprise.Phone;
import org.fugong.web.Typed;

/** Reads what was typed of a unit, in a form or in a row of a table, and says of each field what is wrong with it. */
public final class UnitReading {

    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_PLACE = 30;
    private static final int MOST = 1_000_000;

    private final Function<UnitField, String> typed;
    private final List<Problem> problems = new ArrayList<>();
    private final UnitParticulars particulars;

    /** One thing that is wrong; {@code detail} is the limit that was missed, or empty. */
    public record Problem(UnitField field, UnitFault fault, String detail) {
    }

    private UnitReading(Function<UnitField, String> typed) {
        this.typed = typed;
        var code = code();
        var name = text(UnitField.NAME, LONGEST_NAME);
        var place = text(UnitField.PLACE, LONGEST_PLACE);
        var responsible = text(UnitField.RESPONSIBLE, LONGEST_NAME);
        var phone = phone();
        int total = count(UnitField.TOTAL, 1);
        int planned = count(UnitField.PLANNED, 1);
        within(planned, total, UnitField.PLANNED, UnitFault.ABOVE_TOTAL);
        int outside = count(UnitField.OUTSIDE, 0);
        within(outside, planned, UnitField.OUTSIDE, UnitFault.ABOVE_PLANNED);
        int highRisk = count(UnitField.HIGH_RISK, 0);
        within(highRisk, planned, UnitField.HIGH_RISK, UnitFault.ABOVE_PLANNED);
        int declared = count(UnitField.DECLARED, 0);
        particulars = problems.isEmpty()
                ? new UnitParticulars(code, name, place, responsible, phone, total, planned, outside, highRisk, declared)
                : null;
    }

    public static UnitReading of(Function<UnitField, String> typed) {
        return new UnitReading(typed);
    }

    /** Null where there are problems. */
    public UnitParticulars particulars() {
        return particulars;
    }

    public List<Problem> problems() {
        return problems;
    }

    private CreditCode code() {
        if (missing(UnitField.CODE)) {
            return null;
        }
        try {
            return CreditCode.of(typed.apply(UnitField.CODE));
        } catch (IllegalCreditCode e) {
            return wrong(UnitField.CODE, UnitFault.CODE, "");
        }
    }

    private String text(UnitField field, int longest) {
        if (missing(field)) {
            return null;
        }
        var text = typed.apply(field).strip();
        return Typed.isClean(text, longest, false) ? text : wrong(field, UnitFault.TOO_LONG, String.valueOf(longest));
    }

    private String phone() {
        return missing(UnitField.PHONE)
                ? null
                : Phone.of(typed.apply(UnitField.PHONE)).map(Phone::value).orElseGet(() -> wrong(UnitField.PHONE, UnitFault.PHONE, ""));
    }

    /** -1 where it is none. */
    private int count(UnitField field, int least) {
        if (missing(field)) {
            return -1;
        }
        return Typed.whole(typed.apply(field)).filter(count -> count >= least && count <= MOST).orElseGet(() -> {
            wrong(field, UnitFault.COUNT, String.valueOf(least));
            return -1;
        });
    }

    private void within(int part, int whole, UnitField field, UnitFault fault) {
        if (whole >= 0 && part > whole) {
            wrong(field, fault, String.valueOf(whole));
        }
    }

    private boolean missing(UnitField field) {
        boolean missing = Typed.isBlank(typed.apply(field));
        if (missing) {
            wrong(field, UnitFault.MISSING, "");
        }
        return missing;
    }

    private <T> T wrong(UnitField field, UnitFault fault, String detail) {
        problems.add(new Problem(field, fault, detail));
        return null;
    }
}
