package org.fugong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSourceResolvable;

class DayRangeTest {

    @ParameterizedTest
    @CsvSource({"2020-03-22,2020-03-22", "2020年3月22日,2020-03-22", "2020/3/22,2020-03-22", "2020.03.22,2020-03-22", "２０２０-03-22,2020-03-22",
            "2020年 3月 2号,2020-03-02", "2999-01-01,2999-01-01", "29990-01-01,+29990-01-01", "+29990-01-01,+29990-01-01"})
    void aDayIsReadAsPeopleWriteItInWhateverYear(String typed, String day) {
        assertThat(DayRange.read(typed)).contains(LocalDate.parse(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "soon", "2020-02-30", "2020-13-01", "20-03-22", "2020-03", "2020-03-22-01", "99999999999-01-01",
            "2020-03-22T00:00"})
    void whatIsNoDayIsNotRead(String typed) {
        assertThat(DayRange.read(typed)).isEmpty();
        assertThat(DayRange.iso(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"1999-12-31,day.early,2000-01-01", "2000-01-01,-,-", "2099-12-31,-,-",
            "2100-01-01,day.far,2099-12-31"})
    void aDayOutsideIsToldWhichIsTheNextInside(LocalDate day, String key, String bound) {
        var fault = DayRange.POSSIBLE.fault(day);
        assertThat(fault.map(MessageSourceResolvable::getCodes).map(codes -> codes[0]).orElse(null)).isEqualTo(key);
        assertThat(fault.map(MessageSourceResolvable::getArguments).map(arguments -> arguments[0]).orElse(null)).isEqualTo(bound);
    }
}
