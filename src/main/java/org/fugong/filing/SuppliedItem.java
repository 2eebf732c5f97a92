package org.fugong.filing;

import java.time.LocalDate;

/** An item that was owed and that a check confirmed on a day, so that it is owed no longer. */
public record SuppliedItem(String code, LocalDate on) {
}
