package org.fugong.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelSuggestionTest {

    @ParameterizedTest(name = "{0} new, {1} in all, cluster {2}: {3}")
    @CsvSource({
            "0,0,false,LOW,NONE_NEW",
            "0,51,false,LOW,NONE_NEW",
            "0,500,true,LOW,NONE_NEW",
            "1,1,false,MEDIUM,FEW_IN_ALL",
            "1,1,true,MEDIUM,FEW_IN_ALL",
            "1,50,true,MEDIUM,FEW_IN_ALL",
            "50,50,false,MEDIUM,FEW_IN_ALL",
            "1,51,true,HIGH,CLUSTER",
            "51,51,true,HIGH,CLUSTER",
            "1,51,false,MEDIUM,NO_CLUSTER",
            "2000,100000,false,MEDIUM,NO_CLUSTER"})
    void followsTheGuidance(int fresh, int cumulative, boolean cluster, RiskLevel level, LevelSuggestion.Reason reason) {
        assertThat(LevelSuggestion.of(new CaseFigures(fresh, cumulative, cluster))).isEqualTo(new LevelSuggestion(level, reason));
    }

    @Test
    void thereAreNeverMoreNewCasesThanCases() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseFigures(2, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new CaseFigures(-1, 1, false));
    }
}
