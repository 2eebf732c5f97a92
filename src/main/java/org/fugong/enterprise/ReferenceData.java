package org.fugong.enterprise;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The standards that come with the application as files: they change with a release, not at run time. */
final class ReferenceData {

    private ReferenceData() {
    }

    static List<CSVRecord> rows(String file) {
        var format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var reader = new InputStreamReader(ReferenceData.class.getResourceAsStream("/data/" + file), StandardCharsets.UTF_8);
                var rows = format.parse(reader)) {
            return rows.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
