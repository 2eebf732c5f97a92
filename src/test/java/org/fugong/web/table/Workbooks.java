package org.fugong.web.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** XLSX files as small as they can be, made by hand, also such as no spreadsheet would write. */
public final class Workbooks {

    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private Workbooks() {
    }

    /** A sheet by its name, with these rows. */
    public record Sheet(String name, boolean hidden, String rows) {
    }

    /** A workbook of one sheet with these rows, and other parts by name and content. */
    public static byte[] of(String rows, String... others) {
        return of(List.of(new Sheet("s", false, rows)), others);
    }

    public static byte[] of(List<Sheet> sheets, String... others) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml",
                    "<Types xmlns=\"" + PACKAGE + "content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            part(zip, "_rels/.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\"><Relationship Id=\"rId1\" Type=\"" + OFFICE
                    + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", "<workbook xmlns=\"" + SHEET + "\" xmlns:r=\"" + OFFICE + "\"><sheets>"
                    + numbered(sheets, (sheet, id) -> "<sheet name=\"" + sheet.name() + "\" sheetId=\"" + id + "\""
                            + (sheet.hidden() ? " state=\"hidden\"" : "") + " r:id=\"rId" + id + "\"/>")
                    + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                    + numbered(sheets, (sheet, id) -> "<Relationship Id=\"rId" + id + "\" Type=\"" + OFFICE
                            + "/worksheet\" Target=\"worksheets/sheet" + id + ".xml\"/>")
                    + "</Relationships>");
            for (int i = 0; i < sheets.size(); i++) {
                part(zip, "xl/worksheets/sheet" + (i + 1) + ".xml",
                        "<worksheet xmlns=\"" + SHEET + "\"><sheetData>" + sheets.get(i).rows() + "</sheetData></worksheet>");
            }
            for (int i = 0; i < others.length; i += 2) {
                part(zip, others[i], others[i + 1]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A row of cells as they stand in the file. */
    public static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    public static String text(String address, String text) {
        return "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public static String number(String address, String value) {
        return "<c r=\"" + address + "\"><v>" + value + "</v></c>";
    }

    public static String formula(String address, String formula, String value) {
        return "<c r=\"" + address + "\" t=\"str\"><f>" + formula + "</f><v>" + value + "</v></c>";
    }

    private static String numbered(List<Sheet> sheets, BiFunction<Sheet, Integer, String> element) {
        return IntStream.range(0, sheets.size()).mapToObj(i -> element.apply(sheets.get(i), i + 1)).collect(Collectors.joining());
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
}
