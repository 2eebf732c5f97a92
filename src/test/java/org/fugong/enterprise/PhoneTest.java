package org.fugong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @CsvSource({
            "13895012345, 13895012345", "138 9501 2345, 13895012345", "138-9501-2345, 13895012345", "+86 13895012345, 13895012345",
            "１３８９５０１２３４５, 13895012345",
            "0951-6012345, 0951-6012345", "09516012345, 0951-6012345", "(0951) 6012345, 0951-6012345", "（0951）6012345, 0951-6012345",
            "010-62345678, 010-62345678", "01062345678, 010-62345678", "0951-6012345-801, 0951-6012345-801",
            "0951-6012345转801, 0951-6012345-801", "0951-6012345 ext.801, 0951-6012345-801", "+86 951 6012345, 0951-6012345",
            "+86-10-62345678, 010-62345678", "0951—6012345, 0951-6012345",
            "400-810-1234, 4008101234", "8008101234, 8008101234", "95588, 95588", "96168, 96168"})
    void readsWhatPeopleWrite(String typed, String normal) {
        assertThat(Phone.of(typed)).hasValueSatisfying(phone -> assertThat(phone.value()).isEqualTo(normal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "6012345", "12895012345", "1389501234", "138950123456", "0951", "0951-601", "abc", "0951-6012345转",
            "0951-6012345-1234567", "٠٩٥١٦٠١٢٣٤٥", "13895012345\u0000", "13895012345\n13895012346", "😀"})
    void refusesWhatCannotBeCalled(String typed) {
        assertThat(Phone.of(typed)).isEmpty();
    }

    @Test
    void refusesTenThousandDigitsAtOnce() {
        assertThat(Phone.of("0".repeat(10_000))).isEmpty();
    }
}
