package org.fugong.risk;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fugong.region.County;
import org.fugong.region.CountyNames;
import org.fugong.region.Regions;
import org.fugong.risk.LevelBatchReading.Column;
import org.fugong.risk.LevelBatchReading.Fault;
import org.fugong.web.table.Table;
import org.fugong.web.table.TableColumns;
import org.fugong.web.table.TableColumns.Names;
import org.fugong.web.table.TableProblem;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Reads tables of levels as admins upload them. */
@Component
public class LevelTables {

    /** Rows that a table may hold. */
    public static final int MOST = 500;

    private static final TableColumns<Column> COLUMNS = new TableColumns<>(Map.of(
            Column.COUNTY, Names.of("县区", "区县", "县市区", "市县区", "县", "地区", "区域", "行政区划", "行政区", "所属县区", "县区名称",
                    "区县名称", "县市区名称", "地区名称", "行政区划名称", "county", "county name", "district", "region", "area")
                    .otherwise("代码", "县区代码", "区划代码", "行政区划代码", "行政区代码", "code", "county code"),
            Column.LEVEL, Names.of("等级", "级别", "风险", "风险等级", "风险级别", "新等级", "现等级", "调整后等级", "调整后风险等级", "调整后的风险等级",
                    "level", "risk", "risk level", "new level"),
            Column.TIME, Names.of("生效时间", "生效日期", "时间", "日期", "起始时间", "起始日期", "开始时间", "开始日期", "执行时间", "执行日期", "实施时间",
                    "实施日期", "施行时间", "施行日期", "起始", "effective", "effective time", "effective date", "effective from", "effective at",
                    "time of effect", "time", "date", "start", "start time", "start date", "from").ofMoments(),
            Column.NOTICE, Names.of("依据文件", "依据", "依据文号", "文件依据", "通告", "通告文号", "通知", "通知文号", "公告", "公告文号", "文号",
                    "发文字号", "文件", "文件号", "文件名称", "文件文号", "notice", "notice number", "notice no", "document", "document number",
                    "document no", "basis", "reference")));

    /** How Excel shows a number of twelve digits, such as 640106000000. */
    private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d{1,11})?[Ee]\\+?1\\d");

    /** Names that are looked for in all of China, which takes some milliseconds each. */
    private static final int MOST_ELSEWHERE = 50;

    private final Regions regions;
    private final CountyNames names;
    private final Clock clock;

    LevelTables(Regions regions, CountyNames names, Clock clock) {
        this.regions = regions;
        this.names = names;
        this.clock = clock;
    }

    /** Reads a file for the admin of a province; where there are problems there are no lines that count. */
    public LevelBatchReading read(byte[] file, String province) {
        var table = Table.read(file, COLUMNS, MOST);
        var rows = new LevelRows(new Counties(province)::meant, clock.instant());
        table.rows().forEach(rows::read);
        var problems = new ArrayList<TableProblem>(rows.problems());
        problems.addAll(table.problems());
        if (rows.lines().isEmpty() && problems.isEmpty()) {
            problems.add(new TableProblem(0, null, "", Fault.NOTHING, "", ""));
        }
        return new LevelBatchReading(List.copyOf(rows.lines()), List.copyOf(problems));
    }

    /** The counties of a province that the cells of a table mean. */
    private final class Counties {

        private final String province;
        private final List<County> own;
        private final Map<String, LevelRows.Meant> known = new HashMap<>();
        private int elsewhere;

        Counties(String province) {
            this.province = province;
            this.own = regions.countiesOf(province);
        }

        LevelRows.Meant meant(String text) {
            return known.computeIfAbsent(text, this::look);
        }

        private LevelRows.Meant look(String text) {
            if (text.isEmpty()) {
                return new LevelRows.Meant(null, Fault.NO_COUNTY, "");
            }
            var written = ROUNDED.matcher(text).matches() ? new BigDecimal(text).toPlainString() : text;
            var meant = names.meant(written, own);
            return switch (meant.size()) {
                case 0 -> new LevelRows.Meant(null, isElsewhere(written) ? Fault.OTHER_PROVINCE : Fault.UNKNOWN_COUNTY, "");
                case 1 -> new LevelRows.Meant(meant.getFirst(), null, "");
                default ->
                    new LevelRows.Meant(null, Fault.SEVERAL_COUNTIES,
                            meant.stream().map(LevelTables::label).collect(Collectors.joining(" / ")));
            };
        }

        private boolean isElsewhere(String text) {
            return elsewhere++ < MOST_ELSEWHERE
                    && names.meant(text, regions.all()).stream().anyMatch(county -> !county.province().equals(province));
        }
    }

    /** As the template for a table has it, so that it can be copied. */
    private static String label(County county) {
        return county.code() + " " + county.name(LocaleContextHolder.getLocale());
    }
}
