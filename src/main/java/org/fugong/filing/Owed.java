package org.fugong.filing;

import java.time.LocalDate;

/** An item that is supplied later 容缺: on a day, or, while the end of the epidemic is not known, so many days after it. */
public record Owed(String code, LocalDate dueOn, Integer daysAfterEpidemic) {
}
