package org.fugong.filing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.fugong.condition.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwedItemTest {

    private static final LocalDate FILED = LocalDate.of(2020, 3, 19);

    /** A02 may be owed for 3 days, F02 until 30 days after the end of the epidemic. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"A02,CHECKLIST,-,2020-03-22,-,-", "A02,COMMITMENT,-,2020-03-22,-,-",
            "A02,APPLICATION,-,-,3,2020-03-27", "A02,APPLICATION,2020-01-01,-,3,2020-03-27", "F02,APPLICATION,-,-,-,-",
            "F02,APPLICATION,2020-02-20,2020-03-21,-,2020-03-24", "F02,APPLICATION,2020-02-01,2020-03-02,-,2020-03-24",
            "F02,APPLICATION,2020-04-01,2020-05-01,-,2020-05-01", "F02,CHECKLIST,2020-02-01,2020-03-02,-,2020-03-24"})
    void itIsDueByADayAsSoonAsThereIsOne(String code, FilingKind kind, LocalDate epidemicEnd, LocalDate dueOn, Integer afterPermission,
            LocalDate dueIfPermittedOn24March) {
        var item = Catalogue.read().at("high").item(code).orElseThrow();
        var owed = OwedItem.from(item, kind, FILED).onceEnded(epidemicEnd);
        assertThat(owed.dueOn()).isEqualTo(dueOn);
        assertThat(owed.daysAfterPermission()).isEqualTo(afterPermission);
        if (kind == FilingKind.APPLICATION || dueIfPermittedOn24March != null) {
            assertThat(owed.countedFrom(LocalDate.of(2020, 3, 24)).dueOn()).isEqualTo(dueIfPermittedOn24March);
        }
    }

    @Test
    void whatIsCountedFromTheEndOfTheEpidemicKeepsThat() {
        var item = Catalogue.read().at("high").item("F02").orElseThrow();
        assertThat(OwedItem.from(item, FilingKind.CHECKLIST, FILED)).isEqualTo(new OwedItem("F02", null, 30, null));
    }
}
