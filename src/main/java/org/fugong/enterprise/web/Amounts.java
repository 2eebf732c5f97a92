package org.fugong.enterprise.web;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fugong.web.Typed;

/** Figures as they are typed into the profile. */
final class Amounts {

    private static final Pattern MONEY = Pattern.compile("\\d{1,10}(\\.\\d{1,2})?");
    private static final int MOST_PEOPLE = 9_999_999;

    private Amounts() {
    }

    /** Money in 10,000 CNY, exactly as typed. */
    static Optional<BigDecimal> money(String typed) {
        var plain = Typed.plain(typed).replace(",", "");
        return MONEY.matcher(plain).matches() ? Optional.of(new BigDecimal(plain)) : Optional.empty();
    }

    static Optional<Integer> people(String typed) {
        return Typed.whole(typed).filter(count -> count >= 0 && count <= MOST_PEOPLE);
    }

    static String typed(BigDecimal amount) {
        return amount == null ? "" : amount.stripTrailingZeros().toPlainString();
    }
}
