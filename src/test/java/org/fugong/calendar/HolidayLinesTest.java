package org.fugong.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.fugong.calendar.HolidayLines.Fault;
import org.fugong.calendar.SpecialDay.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HolidayLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"2027-02-06..2027-02-08 休 春节", "2027-02-06至2027-02-08 放假 春节", "2027-02-06 ~ 2027-02-08  off 春节",
            "２０２７－０２－０６..2027-02-08　休　春节", "\n2027-02-06 休 春节\r\n2027-02-07..2027-02-08 HOLIDAY 春节\n"})
    void aRangeIsEachOfItsDays(String typed) {
        var read = HolidayLines.read(typed, 2027);
        assertThat(read.problems()).isEmpty();
        assertThat(read.days()).containsExactly(rest(6), rest(7), rest(8));
    }

    @Test
    void whatIsWrittenIsReadAsTheSame() {
        var days = HolidayNotices.read().stream().filter(day -> day.day().getYear() == 2026).toList();
        var written = HolidayLines.write(days);
        assertThat(written.lines()).hasSizeLessThan(days.size());
        assertThat(HolidayLines.read(written, 2026)).isEqualTo(new HolidayLines(days, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
            "春节放假七天,UNREADABLE",
            "2027-02-30 休 春节,NO_DAY",
            "2027-2-6 休 春节,NO_DAY",
            "2027-02-06..2027-02-31 休 春节,NO_DAY",
            "2027-02-08..2027-02-06 休 春节,BACKWARDS",
            "2026-12-31..2027-01-01 休 元旦,OTHER_YEAR",
            "2027-12-31..2028-01-01 休 元旦,OTHER_YEAR",
            "2027-02-06 春节,NO_KIND",
            "2027-02-06 休,NO_NAME",
            "2027-02-06 休 一二三四五六七八九十一二三四五六七八九十一,NO_NAME",
            "2027-02-05 班 春节,WORKED_ANYWAY",
            "2027-02-20..2027-02-22 班 春节,WORKED_ANYWAY"})
    void whatCannotBeIsAProblemOfItsLine(String line, Fault fault) {
        var read = HolidayLines.read("2027-01-01 休 元旦\n\n" + line, 2027);
        assertThat(read.problems()).containsExactly(new HolidayLines.Problem(3, line, fault));
        assertThat(read.days()).hasSize(1);
    }

    @Test
    void aDayThatStandsTwiceIsToldOfTheSecondLine() {
        assertThat(HolidayLines.read("2027-02-06..2027-02-12 休 春节\n2027-02-12 休 元宵", 2027).problems())
                .containsExactly(new HolidayLines.Problem(2, "2027-02-12 休 元宵", Fault.TWICE));
    }

    @Test
    void thereIsAnEndToTheLines() {
        var problems = HolidayLines.read("x\n".repeat(10_000), 2027).problems();
        assertThat(problems).hasSize(401);
        assertThat(problems.getLast().fault()).isEqualTo(Fault.TOO_MANY);
    }

    private static SpecialDay rest(int day) {
        return new SpecialDay(LocalDate.of(2027, 2, day), Kind.HOLIDAY, "春节");
    }
}
