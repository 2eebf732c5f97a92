package org.fugong.web.table;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.fugong.web.table.Workbooks.formula;
import static org.fugong.web.table.Workbooks.number;
import static org.fugong.web.table.Workbooks.row;
import static org.fugong.web.table.Workbooks.text;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.web.table.TableColumns.Names;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as they come from spreadsheets, whatever they are about. */
class TableTest {

    private static final TableColumns<Column> COLUMNS = new TableColumns<>(Map.of(
            Column.PLACE, Names.of("县区", "区县", "county name").otherwise("代码"), Column.DAY, Names.of("时间", "起始时间").ofMoments(),
            Column.WORDS, Names.of("文号", "notice")));
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String TABBED = "县区\t时间\t文号\r\n兴庆区\t2026/12/20\t9号\r\n";

    private enum Column {
        PLACE, DAY, WORDS
    }

    static Stream<Arguments> encodings() {
        return Stream.of(
                arguments("Unicode text of Excel", ("\uFEFF" + TABBED).getBytes(UTF_16LE)),
                arguments("UTF-16, big end first", ("\uFEFF" + TABBED).getBytes(UTF_16BE)),
                arguments("UTF-16 without a mark", TABBED.getBytes(UTF_16LE)),
                arguments("UTF-16, big end first, without a mark", TABBED.getBytes(UTF_16BE)),
                arguments("UTF-8", TABBED.getBytes(UTF_8)),
                arguments("UTF-8 with a mark", ("\uFEFF" + TABBED).getBytes(UTF_8)),
                arguments("GB18030", TABBED.getBytes(GB18030)),
                arguments("UTF-16 with commas", ("\uFEFF" + TABBED.replace('\t', ',')).getBytes(UTF_16LE)),
                arguments("a workbook", Workbooks.of(row(1, text("A1", "县区"), text("B1", "时间"), text("C1", "文号"))
                        + row(2, text("A2", "兴庆区"), text("B2", "2026/12/20"), text("C2", "9号")))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("encodings")
    void whateverATextIsEncodedInItIsReadAlike(String what, byte[] file) {
        assertThat(rows(file)).containsExactly("2 兴庆区|2026/12/20|9号");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {",", ";", "\t", "，"})
    void theHeadTellsWhatSetsCellsApart(String separator) {
        var others = Stream.of(",", ";", "，").filter(one -> !one.equals(separator)).collect(Collectors.joining());
        assertThat(rows("调整表，一; 二, 三\n县区*时间*文号\n兴庆区*2026-12-20*9号%\n".replace("*", separator).replace("%", others)))
                .containsExactly("3 兴庆区|2026-12-20|9号" + others);
    }

    static Stream<Arguments> tables() {
        return Stream.of(
                arguments("quoted cells", "县区,时间,文号\n\"兴庆区\",,\"宁应指,\"\"9\"\"号\"\n", "2 兴庆区||宁应指,\"9\"号"),
                arguments("a line break in a cell", "县区,时间,文号\n\"银川市\n兴庆区\",,\"宁应指\r\n9号\"\n金凤区,,10号", "2 银川市 兴庆区||宁应指 9号;3 金凤区||10号"),
                arguments("a line break in the head", "\"县\n区\",\"起始\n时间\",文号\n兴庆区,,9号\n", "2 兴庆区||9号"),
                arguments("titles", "宁夏回族自治区风险等级调整表,,\n（第 9 号）\n\n县区,时间,文号\n兴庆区,,9号\n", "5 兴庆区||9号"),
                arguments("a title of one cell that is a name", "县区\n县区,时间,文号\n兴庆区,,9号\n", "3 兴庆区||9号"),
                arguments("nine rows above", "x\n".repeat(9) + "县区,时间,文号\n兴庆区,,9号\n", "11 兴庆区||9号"),
                arguments("blank rows", "\n , \n县区,时间,文号\n\n,,\n\u00A0,\u200B,\n兴庆区,,9号\n\n", "7 兴庆区||9号"),
                arguments("another order", "文号,县区,时间\n9号,兴庆区,2026\n", "2 兴庆区|2026|9号"),
                arguments("columns that nobody asked for", "序号,县区,市,时间,备注,文号,\n1,兴庆区,银川,2026,略,9号,x\n", "2 兴庆区|2026|9号"),
                arguments("capitals, width and spaces", "Ｃｏｕｎｔｙ　ＮＡＭＥ, 时 间 ,Notice:\n兴庆区,,9号\n", "2 兴庆区||9号"),
                arguments("marks and explanations", "*县（区）,时间（北京时间）,【必填】文号\n兴庆区,,9号\n", "2 兴庆区||9号"),
                arguments("a code beside the name", "代码,县区,时间,文号\n640104,兴庆区,,9号\n", "2 兴庆区||9号"),
                arguments("a code instead of the name", "代码,时间,文号\n640104,,9号\n", "2 640104||9号"),
                arguments("short rows", "县区,时间,文号\n兴庆区\n", "2 兴庆区||"),
                arguments("a line of Excel's own", "sep=;\n县区;时间;文号\n兴庆区;;9号\n", "3 兴庆区||9号"),
                arguments("a quote within a word", "县区\t时间\t文号\n兴庆区\t\t9\"号\n", "2 兴庆区||9\"号"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tables")
    void aTextIsReadAsItComes(String what, String file, String rows) {
        assertThat(rows(file)).containsExactly(rows.split(";"));
    }

    @Test
    void aSheetIsReadWithWhatItsCellsShow() {
        assertThat(rows(Workbooks.of(row(1, text("A1", "调整表")) + row(3, text("B3", "文号"), text("C3", "县区"), text("E3", "时间"))
                + row(5, number("B5", "9.50"), number("C5", "6.40106E+11"), number("E5", "46376.333333333336"))
                + row(6, text("B6", "宁应指_x000D_\n9号"), formula("C6", "A1", "兴庆区"), formula("E6", "DATE(2026,12,20)", "46376"))
                + row(7, text("B7", " "), text("C7", "\u00A0"))
                + row(8, number("B8", "1E+9999999"), text("C8", "46376"), number("E8", "20261220")))))
                .containsExactly("5 640106000000|2026-12-20T08:00|9.5", "6 兴庆区|2026-12-20T00:00|宁应指 9号", "8 46376|20261220|1E+9999999");
    }

    @Test
    void aWorkbookHasOneSheetThatCounts() {
        var table = row(1, text("A1", "县区"), text("B1", "时间"), text("C1", "文号")) + row(2, text("A2", "兴庆区"), text("C2", "9号"));
        var empty = new Workbooks.Sheet("Sheet2", false, row(1, text("A1", " ")));
        var hidden = new Workbooks.Sheet("选项", true, row(1, text("A1", "低")));
        var first = new Workbooks.Sheet("银川", false, table);

        assertThat(rows(Workbooks.of(List.of(hidden, empty, first, empty)))).containsExactly("2 兴庆区||9号");
        var two = read(Workbooks.of(List.of(first, empty, new Workbooks.Sheet("吴忠", false, table))));
        assertThat(two.rows()).isEmpty();
        assertThat(two.problems()).containsExactly(new TableProblem(0, null, "", FileFault.SHEETS, "", "银川 / 吴忠"));
        assertThat(read(Workbooks.of(List.of(hidden))).problems()).extracting(TableProblem::fault).containsExactly(FileFault.EMPTY);
    }

    static Stream<Arguments> noTables() {
        return Stream.of(
                arguments("nothing", new byte[0], FileFault.EMPTY, 0),
                arguments("white space", " \n\t\n,,\n".getBytes(UTF_8), FileFault.EMPTY, 0),
                arguments("a picture", new byte[]{(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, (byte) 0xFF}, FileFault.ENCODING, 0),
                arguments("half a character of UTF-16", Arrays.copyOf(("\uFEFF" + TABBED).getBytes(UTF_16LE), 21), FileFault.ENCODING, 0),
                arguments("an old workbook",
                        new byte[]{(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0},
                        FileFault.OLD_EXCEL, 0),
                arguments("macros", Workbooks.of("", "xl/vbaProject.bin", "x"), FileFault.MACROS, 0),
                arguments("a bomb", Workbooks.of("", "xl/sharedStrings.xml", "0".repeat(9 * 1024 * 1024)), FileFault.TOO_LARGE, 0),
                arguments("a cell far out", Workbooks.of(row(1, text("ZZZZZZ1", "县区"))), FileFault.NO_TABLE, 0),
                arguments("rows without end", Workbooks.of(row(1, text("XFD1", "")).repeat(400)), FileFault.TOO_LARGE, 0),
                arguments("half a workbook", Arrays.copyOf(Workbooks.of(""), 300), FileFault.NO_TABLE, 0),
                arguments("another archive", Arrays.copyOf(new byte[]{'P', 'K', 3, 4}, 64), FileFault.NO_TABLE, 0),
                arguments("a page of the web", "<html><table><tr><td>县区</td></tr></table>".getBytes(UTF_8), FileFault.NO_HEAD, 1),
                arguments("no head", "\n兴庆区,,文号\n".getBytes(UTF_8), FileFault.NO_HEAD, 2),
                arguments("a head too far below", ("x\n".repeat(10) + TABBED).getBytes(UTF_8), FileFault.NO_HEAD, 1),
                arguments("a line without end", "县".repeat(340_000).getBytes(UTF_8), FileFault.LONG_CELL, 1),
                arguments("a line of white space", " ".repeat(1_000_000).getBytes(UTF_8), FileFault.EMPTY, 0),
                arguments("a cell without end", (TABBED + "县".repeat(340_000)).getBytes(UTF_8), FileFault.LONG_CELL, 3),
                arguments("columns without end", (TABBED + "x\t".repeat(500_000)).getBytes(UTF_8), FileFault.TOO_WIDE, 3),
                arguments("a far column", Workbooks.of(row(4, text("XFD4", "县区"))), FileFault.TOO_WIDE, 4),
                arguments("a quote that is not closed", (TABBED + "金凤区\t\"\t\n西夏区\t\t\n").getBytes(UTF_8), FileFault.QUOTE, 3),
                arguments("a quote that ends too early", (TABBED + "\"金凤\"区\t\t\n").getBytes(UTF_8), FileFault.QUOTE, 3));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("noTables")
    void whatIsNoTableIsRefused(String what, byte[] file, FileFault fault, int row) {
        var table = read(file);
        assertThat(table.rows()).isEmpty();
        assertThat(table.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.fault()).isEqualTo(fault);
            assertThat(problem.row()).isEqualTo(row);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = ':', value = {"县区,时间:WORDS MISSING_COLUMN ", "x,县区,y,文号:DAY MISSING_COLUMN ",
            "县区,县区,时间,文号:PLACE TWICE_NAMED 县区 / 县区", "县区,时间,区县,文号:PLACE TWICE_NAMED 县区 / 区县",
            "代码,时间,代码,文号:PLACE TWICE_NAMED 代码 / 代码"})
    void eachColumnStandsOnceInTheHead(String head, String problem) {
        var table = read(("标题\n" + head + "\n兴庆区,x,x,x\n").getBytes(UTF_8));
        assertThat(table.rows()).isEmpty();
        assertThat(table.problems()).extracting(one -> one.row() + " " + one.column() + " " + one.fault() + " " + one.text())
                .containsExactly("2 " + (problem.endsWith("COLUMN") ? problem + " " : problem));
    }

    @Test
    void everyMissingColumnIsNamed() {
        var columns = new TableColumns<>(Map.of(Column.PLACE, Names.of("县区"), Column.DAY, Names.of("时间"), Column.WORDS, Names.of("文号")));
        assertThat(Table.read("县区,等级\n".getBytes(UTF_8), columns, 9).problems()).extracting(TableProblem::fault)
                .containsExactly(FileFault.NO_HEAD);
        assertThat(read("县区,区县,文号,时间,时间\n".getBytes(UTF_8)).problems()).extracting(one -> one.column() + " " + one.fault())
                .containsExactly("PLACE TWICE_NAMED", "DAY TWICE_NAMED");
    }

    @Test
    void aProblemSaysWhereItIsAndWhatStandsThere() {
        var read = read("标题\n区县,起始时间,文号\n兴庆区," + "昨天".repeat(30) + ",9号\n");
        var problem = read.rows().getFirst().problem(Column.DAY, FileFault.EMPTY, "detail");
        assertThat(problem).isEqualTo(new TableProblem(3, Column.DAY, "起始时间", FileFault.EMPTY, "昨天".repeat(20) + "…", "detail"));
    }

    @Test
    void rowsAreReadUpToTheMostAndTheFirstBeyondIsNamed() {
        var table = read("县区,时间,文号\n" + "\n兴庆区,,9号".repeat(8));
        assertThat(table.rows()).hasSize(5);
        assertThat(table.problems()).containsExactly(new TableProblem(8, null, "", FileFault.TOO_MANY, "", "5"));
    }

    private static List<String> rows(String file) {
        return rows(file.getBytes(UTF_8));
    }

    private static List<String> rows(byte[] file) {
        var table = read(file);
        assertThat(table.problems()).isEmpty();
        return table.rows().stream().map(row -> row.number() + " "
                + Stream.of(Column.values()).map(row::cell).collect(Collectors.joining("|"))).toList();
    }

    private static Table<Column> read(String file) {
        return read(file.getBytes(UTF_8));
    }

    private static Table<Column> read(byte[] file) {
        return Table.read(file, COLUMNS, 5);
    }
}
