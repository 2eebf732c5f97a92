package org.fugong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.fugong.enterprise.IllegalCreditCode.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {

    @ParameterizedTest(name = "{0}: {2}")
    @CsvFileSource(resources = "/data/credit-codes.csv", numLinesToSkip = 1, ignoreLeadingAndTrailingWhitespace = false)
    void judgesTheCollectedCases(String typed, boolean valid, String why) {
        if (valid) {
            assertThat(CreditCode.of(typed).value()).isEqualTo(typed.strip().toUpperCase());
        } else {
            assertThatThrownBy(() -> CreditCode.of(typed)).isInstanceOf(IllegalCreditCode.class);
        }
    }

    @Test
    void readsFullWidthLettersAndSpaces() {
        assertThat(CreditCode.of("\u3000\u00a0\ufeff９１４４０３００７１５２６７２６ｘｇ ").value()).isEqualTo("9144030071526726XG");
    }

    @Test
    void readsGroupsAsTheyStandOnALicence() {
        assertThat(CreditCode.of("9144 0300 7152 6726 XG").value()).isEqualTo("9144030071526726XG");
    }

    @ParameterizedTest
    @CsvSource({"9144030019220382,16", "'',0", "'  ',0", "9144030019220382166,19", "😀,1"})
    void saysHowManyCharactersThereAre(String typed, int given) {
        assertThat(fault(typed)).isEqualTo(new Fault.WrongLength(given));
    }

    @ParameterizedTest
    @CsvSource({"91440300I922038216,I,9", "9144030019220382o6,O,17", "91440300192203821Z,Z,18",
            "9144030019220382中6,中,17", "😀14403001922038216,😀,1", "914403001922038２１ı,ı,18"})
    void saysWhichCharacterIsImpossibleAndWhere(String typed, String character, int place) {
        assertThat(fault(typed)).isEqualTo(new Fault.StrangeCharacter(character, place));
    }

    @ParameterizedTest
    @ValueSource(strings = {"914403001922038217", "914403001922038261", "941403001922038216"})
    void findsAMistypedOrSwappedCharacterByTheCheck(String typed) {
        assertThat(fault(typed)).isEqualTo(new Fault.WrongCheck());
    }

    @Test
    void findsEverySingleMistypedCharacter() {
        var right = "9144030071526726XG";
        for (int i = 0; i < right.length(); i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                if (c != right.charAt(i)) {
                    var wrong = right.substring(0, i) + c + right.substring(i + 1);
                    assertThatThrownBy(() -> CreditCode.of(wrong)).as(wrong).isInstanceOf(IllegalCreditCode.class);
                }
            }
        }
    }

    @Test
    void cannotBeConstructedWrong() {
        assertThatThrownBy(() -> new CreditCode("9144030071526726xg")).isInstanceOf(IllegalCreditCode.class);
    }

    @ParameterizedTest
    @CsvSource({"914403001922038216,true", "9144030071526726XG,true", "91330100716105852F,true", "91350100M000100Y43,true",
            "91640100000000001L,false"})
    void onlyWarnsAboutTheOrganisationCodeInside(String typed, boolean holds) {
        assertThat(CreditCode.of(typed).innerCheckHolds()).isEqualTo(holds);
    }

    @Test
    void aSyntheticCodePassesAllChecks() {
        var code = CreditCode.synthetic("640104", "00000017");
        assertThat(code.value()).startsWith("9164010400000017").hasSize(18);
        assertThat(code.innerCheckHolds()).isTrue();
    }

    private static Fault fault(String typed) {
        return catchThrowableOfType(IllegalCreditCode.class, () -> CreditCode.of(typed)).fault();
    }
}
