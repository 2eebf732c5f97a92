package org.fugong.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.fugong.TestClock;
import org.fugong.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;

/** How pressing a day is, on Friday 27 November 2026 unless another day is named. */
@WebTest
class DueDatesTests {

    @Autowired
    DueDates due;
    @Autowired
    TestClock clock;

    @AfterEach
    void now() {
        clock.reset();
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-27, 2026-11-27, 今天到期", "2026-11-27, 2026-11-29, 休息日到期，今天以后没有工作日了", "2026-11-27, 2026-11-30, 还有 1 个工作日",
            "2026-11-27, 2026-12-01, 还有 2 个工作日", "2026-11-27, 2026-12-02,", "2026-11-27, 2026-11-26, 逾期 1 个工作日",
            "2026-11-29, 2026-11-28, 已过期", "2026-11-30, 2026-11-27, 逾期 1 个工作日"})
    void daysLeftAreWorkingDays(LocalDate today, LocalDate day, String words) {
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        clock.set(Instant.parse(today + "T02:00:00Z"));
        assertThat(due.words(day)).isEqualTo(words);
    }
}
