package org.fugong.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays(HolidayNotices.read());

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvFileSource(resources = "/data/working-day-vectors.csv", numLinesToSkip = 1)
    void theDayOfSubmissionDoesNotCount(LocalDate submitted, LocalDate due) {
        assertThat(days.after(submitted, 2)).isEqualTo(due);
        assertThat(days.between(submitted, due)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"2020-03-20,2020-03-20,0", "2020-03-20,2020-03-22,0", "2020-03-20,2020-03-23,1", "2020-03-23,2020-03-20,-1",
            "2020-01-22,2020-02-03,2", "2020-02-03,2020-01-22,-2"})
    void countsBothWays(LocalDate from, LocalDate to, int expected) {
        assertThat(days.between(from, to)).isEqualTo(expected);
    }

    @Test
    void noWorkingDaysIsTheSameDay() {
        assertThat(days.after(LocalDate.of(2020, 2, 1), 0)).isEqualTo(LocalDate.of(2020, 2, 1));
        assertThatThrownBy(() -> days.after(LocalDate.of(2020, 2, 1), -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"2019-12-31,false", "2020-01-01,true", "2026-12-31,true", "2027-01-01,false"})
    void knowsOnlyTheYearsThatAreLoaded(LocalDate day, boolean known) {
        assertThat(days.known(day)).isEqualTo(known);
    }

    @Test
    void beyondTheLoadedYearsOnlyWeekendsAreFree() {
        assertThat(days.after(LocalDate.of(2027, 9, 30), 2)).isEqualTo(LocalDate.of(2027, 10, 4));
    }
}
