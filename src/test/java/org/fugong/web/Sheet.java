package org.fugong.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** The first sheet of an Excel file as a reader sees it: the text of each cell, row by row. */
public final class Sheet {

    private Sheet() {
    }

    public static List<List<String>> of(byte[] file) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read().stream()
                    .map(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()).toList()).toList();
        }
    }
}
