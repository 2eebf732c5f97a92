package org.fugong.filing;

import java.time.LocalDate;

/** The day on which a province has declared the epidemic ended, which the last owed items are counted from. */
public interface EpidemicEnd {

    /** {@code null} while it is not known. */
    LocalDate of(String province);
}
