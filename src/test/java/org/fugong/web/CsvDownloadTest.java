package org.fugong.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;

class CsvDownloadTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "＋1", "－1", "＠SUM", "\t=1", "\r=1", "\n=1"})
    void noCellIsTakenForAFormula(String cell) throws Exception {
        var response = new MockHttpServletResponse();
        CsvDownload.write(response, "a.csv", List.of("a"), rows -> rows.accept(List.of(cell)));
        assertThat(response.getContentAsString().split("\r\n", 2)[1].replace("\"", "")).startsWith("'" + cell);
    }
}
