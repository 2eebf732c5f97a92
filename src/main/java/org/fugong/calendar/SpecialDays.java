package org.fugong.calendar;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.Repository;

/** All days that depart from the plain week. */
interface SpecialDays extends Repository<SpecialDay, LocalDate> {

    List<SpecialDay> findAll();
}
