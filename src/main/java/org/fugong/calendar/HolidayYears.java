package org.fugong.calendar;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The years of which something is known. */
interface HolidayYears extends Repository<HolidayYear, Integer> {

    List<HolidayYear> findAllByOrderByYear();

    Optional<HolidayYear> findById(int year);

    HolidayYear saveAndFlush(HolidayYear year);

    /** Makes a year without days, unless there is one: of two admins who begin it at once neither fails. */
    @Modifying
    @Query(nativeQuery = true, value = "insert into holiday_year (year) values (:year) on conflict do nothing")
    void begin(int year);
}
