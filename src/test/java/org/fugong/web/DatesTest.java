package org.fugong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;

class DatesTest {

    private final Dates dates = new Dates(new StaticMessageSource());

    /** A template that has no date may be led to either method of the name. */
    @Test
    void whatIsNotThereIsNothingToRead() {
        assertThat(dates.day((Instant) null)).isEmpty();
        assertThat(dates.day((LocalDate) null)).isEmpty();
        assertThat(dates.moment(null)).isEmpty();
    }
}
