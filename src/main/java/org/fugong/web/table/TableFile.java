package org.fugong.web.table;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Tells the kinds of files apart by how they begin, whatever they are called, and reads the rows that hold something. */
final class TableFile {

    private TableFile() {
    }

    /** The first rows of a file, at most so many; the separators of a text are those by which most columns are found. */
    static List<RawRow> read(byte[] file, int most, ToIntFunction<List<RawRow>> found) throws Unreadable {
        var begin = Arrays.copyOf(file, 8);
        if (ReadableWorkbook.isOLE2Header(begin)) {
            throw new Unreadable(TableProblem.ofFile(FileFault.OLD_EXCEL, ""));
        }
        if (!ReadableWorkbook.isOOXMLZipHeader(begin)) {
            return TextRows.read(file, most, found);
        }
        try {
            return SheetRows.read(UnpackedWorkbook.of(file), most);
        } catch (IOException | RuntimeException e) {
            throw new Unreadable(TableProblem.ofFile(FileFault.NO_TABLE, ""));
        }
    }
}
