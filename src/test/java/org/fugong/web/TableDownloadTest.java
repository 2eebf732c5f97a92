package org.fugong.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TableDownloadTest {

    private static final List<String> HEAD = List.of("名称", "人数", "期限");

    @Test
    void aSheetHoldsTextsFiguresAndDaysAndNoFormula() throws Exception {
        var response = new MockHttpServletResponse();
        var table = table("/x.xlsx", text -> Arrays.asList(text, 12, text.equals("乙") ? null : LocalDate.of(2020, 3, 22)));
        table.send(response, key -> key == null
                ? new Page<>(List.of("=1+1", "甲 & <a>\u0001"), null, "k")
                : new Page<>(List.of("乙"), null, null));
        // a day is a number to a spreadsheet: of days since 1900
        assertThat(Sheet.of(response.getContentAsByteArray())).containsExactly(HEAD, List.of("=1+1", "12", "43912.0"),
                List.of("甲 & <a>", "12", "43912.0"), List.of("乙", "12"));
        assertThat(table.rows()).isEqualTo(3);
        assertThat(response.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"list.xlsx\"");
    }

    @Test
    void aTableInTextHoldsTheSame() throws Exception {
        var response = new MockHttpServletResponse();
        table("/x.csv", text -> Arrays.asList(text, null, LocalDate.of(2020, 3, 22)))
                .send(response, key -> new Page<>(List.of("=1+1"), null, null));
        assertThat(response.getContentAsString()).isEqualTo("\uFEFF名称,人数,期限\r\n'=1+1,,2020-03-22\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x.csv", "/x.xlsx"})
    void whereSendingBreaksOffItIsKnownHowFarItCame(String address) {
        var table = table(address, text -> List.of(text));
        assertThatThrownBy(() -> table.send(new MockHttpServletResponse(), key -> {
            if (key != null) {
                throw new IllegalStateException("the database has gone");
            }
            return new Page<>(List.of("甲", "乙"), null, "k");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(table.rows()).isEqualTo(2);
    }

    private static TableDownload<String> table(String address, Function<String, List<Object>> cells) {
        return new TableDownload<>(new MockHttpServletRequest("GET", address), "list", HEAD, cells);
    }
}
