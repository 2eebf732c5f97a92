package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilingNumberTest {

    private final FilingNumber number = FilingNumber.of("640104", LocalDate.of(2020, 3, 12), 427);

    @Test
    void tellsCountyDayAndSerial() {
        assertThat(number.value()).matches("640104-200312-00427-\\d");
    }

    @Test
    void growsWithTheSerial() {
        assertThat(FilingNumber.of("640104", LocalDate.of(2020, 3, 12), 1_234_567).value()).startsWith("640104-200312-1234567-");
    }

    @Test
    void isReadWithoutHyphensAndInFullWidth() {
        assertThat(FilingNumber.parse(number.value().replace("-", ""))).contains(number);
        assertThat(FilingNumber.parse(" " + number.value().replace('6', '６').replace('-', '－') + " ")).contains(number);
    }

    @Test
    void everyWrongDigitAndEverySwapOfNeighboursIsFound() {
        var digits = number.value().replace("-", "");
        for (int at = 0; at < digits.length(); at++) {
            for (char other = '0'; other <= '9'; other++) {
                var wrong = digits.substring(0, at) + other + digits.substring(at + 1);
                assertThat(FilingNumber.parse(wrong).isPresent()).isEqualTo(wrong.equals(digits));
            }
        }
        for (int at = 1; at < digits.length(); at++) {
            var swapped = digits.substring(0, at - 1) + digits.charAt(at) + digits.charAt(at - 1) + digits.substring(at + 1);
            assertThat(FilingNumber.parse(swapped).isPresent()).isEqualTo(swapped.equals(digits));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "640104-200312-00427", "640104-200312-427-8", "640104-200312-00427-88-1"})
    void whatIsNoNumberIsNotRead(String typed) {
        assertThat(FilingNumber.parse(typed)).isEmpty();
    }
}
