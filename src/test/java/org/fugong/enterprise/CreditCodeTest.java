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
    @CsvSource(delimiter = '|', value = {"统一社会信用代码：9144030071526726XG", "统一社会信用代码 9144030071526726XG", "税号:9144030071526726XG",
            "纳税人识别号（税号）： 9144030071526726xg", "信用代码9144030071526726XG", "Credit code: 9144030071526726XG",
            "91-440300-71526726X-G", "9144 0300–7152 6726－XG", "9144030071526726XG,", "9144030071526726XG，", "9144030071526726XG.",
            "9144030071526726XG。", "税号：9144-0300-7152-6726-XG。", "9144030071526726XG；"})
    void takesOffWhatIsCopiedAlong(String typed) {
        assertThat(CreditCode.of(typed).value()).isEqualTo("9144030071526726XG");
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002X", "11010519491231002x", "110105 19491231 002X", "640104199003070006", "640104199003071690",
            // the check of a credit code holds, too, and so do the first two characters
            "110105199003070439", "120101199003070494", "330102199003070393", "520102199003070495"})
    void tellsACitizensNumber(String typed) {
        assertThat(fault(typed)).isEqualTo(new Fault.LikeCitizenNumber());
    }

    @ParameterizedTest
    @CsvSource({"110105199003072194, the organisation code inside holds", "110105199013070002, there is no thirteenth month",
            "11010519900307000U, its own check does not hold"})
    void doesNotTakeACreditCodeForACitizensNumber(String typed, String why) {
        assertThat(CreditCode.of(typed).value()).as(why).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"640104200012345", "640104200012343", "6401 0420 0012 345", "注册号：640104200012345", "100000000012345"})
    void tellsAnOldRegistrationNumber(String typed) {
        assertThat(fault(typed)).isEqualTo(new Fault.RegistrationNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678-9", "123456789", "12345678－9", "组织机构代码：D2143569-X", "71526726x"})
    void tellsAnOrganisationCode(String typed) {
        assertThat(fault(typed)).isEqualTo(new Fault.OnlyOrganisationCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"11640104DEM000014K", "12640104DEM000014G", "13640104DEM000014D", "19640104DEM000014T", "21640104DEM000014J",
            "29640104DEM000014R", "31640104DEM000014H", "32640104DEM000014E", "33640104DEM000014B", "34640104DEM0000148",
            "35640104DEM0000145", "39640104DEM000014Q", "41640104DEM000014G", "49640104DEM000014P", "51640104DEM000014F",
            "52640104DEM000014C", "53640104DEM0000149", "54640104DEM0000146", "59640104DEM000014N", "61640104DEM000014E",
            "62640104DEM000014B", "69640104DEM000014M", "71640104DEM000014D", "72640104DEM000014A", "79640104DEM000014L",
            "81640104DEM000014C", "89640104DEM000014K", "91640104DEM000014B", "92640104DEM0000148", "93640104DEM0000145",
            "A1640104DEM000014A", "A9640104DEM000014H", "N1640104DEM000014X", "N2640104DEM000014T", "N3640104DEM000014P",
            "N9640104DEM0000145", "Y1640104DEM000014M"})
    void knowsWhoRegistersWhat(String code) {
        assertThat(CreditCode.of(code).value()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000", "999999", "640104", "710000", "DEM000"})
    void whichAreaRegistersIsNotChecked(String area) {
        var code = CreditCode.synthetic(area, "00000017").value();
        assertThat(CreditCode.of(code).value()).isEqualTo(code).contains(area);
    }

    @ParameterizedTest
    @ValueSource(strings = {"000000000000000000", "00640104DEM000014P", "01640104DEM000014L", "10640104DEM000014N", "14640104DEM000014A",
            "22640104DEM000014F", "36640104DEM0000142", "42640104DEM000014D", "55640104DEM0000143", "63640104DEM0000148",
            "73640104DEM0000147", "82640104DEM0000149", "94640104DEM0000142", "99640104DEM000014J", "A2640104DEM0000147",
            "B1640104DEM0000149", "N4640104DEM000014L", "Y2640104DEM000014J", "Y9640104DEM000014W"})
    void refusesWhatNobodyRegisters(String code) {
        assertThat(fault(code)).isEqualTo(new Fault.UnknownKind(code.substring(0, 2)));
    }

    @ParameterizedTest
    @CsvSource({"9144030019220382,16", "914403001922038,15", "9144-0300,8", "'',0", "'  ',0", "9144030019220382166,19", "😀,1"})
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
