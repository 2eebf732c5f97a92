package org.fugong.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"450|450", " ４５０ |450", "1,000|1000", "12,345,678.5|12345678.5", "-0.5|-0.5", "37．3|37.3"})
    void numbersAreUnderstoodAsPeopleTypeThem(String typed, double value) {
        assertThat(Typed.number(typed)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1,2,3", "1,0000", "1e3", "NaN", "约500", "1.2.3", "0x10", "1234567890123", "--1"})
    void whatIsNoNumberIsNotGuessed(String typed) {
        assertThat(Typed.number(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"91-44 03|914403", "税号：ab1。|AB1", "Code: x-1,|X1", "中1|中1", "1中|1中", "12:34|12:34", "税号|''"})
    void aCodeIsReadWithoutWhatIsAroundIt(String typed, String code) {
        assertThat(Typed.code(typed)).isEqualTo(code);
    }

    @Test
    void aLimitCountsCharactersAsReadersDo() {
        assertThat(Typed.isClean("😀".repeat(5), 5, false)).isTrue();
        assertThat(Typed.isClean("😀".repeat(6), 5, false)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "a\u001b[0m", "\ud800", "\u202egnp", "a\uffff", "a\nb", "a\u2028b"})
    void whatNobodyCanReadIsNotClean(String typed) {
        assertThat(Typed.isClean(typed, 100, false)).isFalse();
    }
}
