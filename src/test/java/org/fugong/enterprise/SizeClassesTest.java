package org.fugong.enterprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.fugong.enterprise.Sizing.Measure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SizeClassesTest {

    private static final BigDecimal PLENTY = new BigDecimal("100000000");

    private final SizeClasses classes = SizeClasses.standard();

    /** Every bound of every measure of every sector of size-classes.csv, the other measures being plentiful. */
    static Stream<Arguments> bounds() {
        return ReferenceData.rows("size-classes.csv").stream().flatMap(row -> Arrays.stream(SizeClass.values())
                .filter(size -> size != SizeClass.MICRO)
                .map(size -> arguments(row.get("divisions").split(" ")[0], row.get("measure"), size,
                        new BigDecimal(row.get(size.name().toLowerCase() + "_from")))));
    }

    @ParameterizedTest(name = "{0} {1} {2} from {3}")
    @MethodSource("bounds")
    void aClassBeginsExactlyAtItsBound(String division, String measure, SizeClass size, BigDecimal bound) {
        var next = SizeClass.values()[size.ordinal() + 1];
        assertThat(size(division, measure, bound.subtract(BigDecimal.ONE))).isEqualTo(next);
        assertThat(size(division, measure, bound)).isEqualTo(size);
        assertThat(size(division, measure, bound.add(BigDecimal.ONE))).isEqualTo(size);
    }

    @ParameterizedTest
    @CsvSource({"36,999,40000,MEDIUM", "36,1000,39999.99,MEDIUM", "36,1000,299.99,MICRO", "36,1000,300,SMALL", "36,19,40000,MICRO",
            "51,200,999,MICRO", "70,0,99.99,MICRO"})
    void allMeasuresMustReachTheBound(String division, int staff, BigDecimal revenue, SizeClass expected) {
        assertThat(classes.of(division, staff, revenue, PLENTY).size()).contains(expected);
    }

    @Test
    void aMeasureThatIsMissingLeavesTheSizeUnknownAndIsNamed() {
        var sizing = classes.of("36", 60, null, PLENTY);
        assertThat(sizing.size()).isEmpty();
        assertThat(sizing.missing()).containsExactly(Measure.REVENUE);
    }

    @Test
    void aMeasureThatTheSectorDoesNotUseIsNotMissed() {
        assertThat(classes.of("83", 60, null, null).size()).contains(SizeClass.SMALL);
        assertThat(classes.of("01", null, new BigDecimal("500"), null).size()).contains(SizeClass.MEDIUM);
    }

    @Test
    void divisionsNotListedShareTheOtherSector() {
        assertThat(List.of("53", "66", "73", "97"))
                .allSatisfy(division -> assertThat(classes.of(division, 1, null, null).sector().nameEn()).startsWith("Other"));
    }

    @Test
    void theExplanationCarriesMeasuresAndBounds() {
        var sizing = classes.of("47", 60, new BigDecimal("6000"), new BigDecimal("4999"));
        assertThat(sizing.sector().name(Locale.SIMPLIFIED_CHINESE)).isEqualTo("建筑业");
        assertThat(sizing.measures()).extracting(Sizing.Bounds::measure).containsExactly(Measure.REVENUE, Measure.ASSETS);
        assertThat(sizing.size()).contains(SizeClass.SMALL);
        assertThat(sizing.measures()).extracting(bounds -> sizing.reaches(bounds, SizeClass.MEDIUM)).containsExactly(true, false);
    }

    private SizeClass size(String division, String measure, BigDecimal value) {
        var staff = measure.equals("employees") ? value.intValueExact() : 1_000_000;
        var revenue = measure.equals("revenue") ? value : PLENTY;
        var assets = measure.equals("assets") ? value : PLENTY;
        return classes.of(division, staff, revenue, assets).size().orElseThrow();
    }
}
