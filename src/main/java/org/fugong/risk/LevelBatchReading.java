package org.fugong.risk;

import java.time.Instant;
import java.util.List;
import org.fugong.web.table.TableFault;
import org.fugong.web.table.TableProblem;

/** What an uploaded table says: a line per county and time, or what is wrong, at the row and the column where it is. */
public record LevelBatchReading(List<Line> lines, List<TableProblem> problems) {

    /** A level of a county from a moment on, {@code null} for at once. */
    public record Line(int row, String county, RiskLevel level, Instant effectiveAt, String notice) {
    }

    /** The columns of the table, in their order in the template. */
    public enum Column {
        COUNTY, LEVEL, TIME, NOTICE
    }

    /** What may be wrong in a table of levels. */
    public enum Fault implements TableFault {

        NOTHING, NO_COUNTY, UNKNOWN_COUNTY, SEVERAL_COUNTIES, OTHER_PROVINCE, UNKNOWN_LEVEL, NO_TIME, PAST, FAR, NO_NOTICE,
        UNFIT_NOTICE, TWICE;

        @Override
        public String key() {
            return "batch.fault." + name();
        }
    }
}
