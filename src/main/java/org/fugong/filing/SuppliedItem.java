package org.fugong.filing;

import java.time.LocalDate;
import java.util.Map;
import org.fugong.rule.Finding;

/**
 * An item that was owed and is owed no longer, since a day: because a check confirmed it, or because the firm supplied it.
 *
 * @param value   what the firm answered (Double, Boolean or text); {@code null} where a check confirmed it, or nothing is answered
 * @param facts   what the firm stated anew about the site, as far as the item rests on it; {@code null} where a check confirmed it
 * @param finding what the rules found of that; {@code null} where a check confirmed it
 * @param by      the name of the account that supplied it; {@code null} where a check confirmed it
 */
public record SuppliedItem(String code, LocalDate on, Object value, Map<String, Object> facts, Finding finding, String by) {

    /** Confirmed by a check. */
    static SuppliedItem confirmed(String code, LocalDate on) {
        return new SuppliedItem(code, on, null, null, null, null);
    }

    /** Whether the firm supplied it itself, so that a check may still look at it. */
    public boolean byFirm() {
        return finding != null;
    }
}
