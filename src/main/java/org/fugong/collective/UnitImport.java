package org.fugong.collective;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.fugong.account.Actor;
import org.fugong.web.table.Table;
import org.fugong.web.table.TableColumns;
import org.fugong.web.table.TableColumns.Names;
import org.fugong.web.table.TableProblem;
import org.springframework.stereotype.Component;

/** Takes units from a table: each row by itself, so that one that is wrong holds up no other. */
@Component
public class UnitImport {

    private static final TableColumns<UnitField> COLUMNS = new TableColumns<>(Map.of(
            UnitField.NAME, Names.of("单位名称", "商户名称", "名称", "单位", "商户", "字号", "name", "unit", "tenant"),
            UnitField.CODE, Names.of("统一社会信用代码", "信用代码", "社会信用代码", "credit code", "unified social credit code"),
            UnitField.PLACE, Names.of("位置", "摊位", "摊位号", "铺位", "铺位号", "楼层", "标段", "place", "stall", "section"),
            UnitField.RESPONSIBLE, Names.of("复工负责人", "负责人", "姓名", "responsible person", "responsible"),
            UnitField.PHONE, Names.of("联系电话", "电话", "手机", "手机号", "phone", "telephone", "mobile"),
            UnitField.TOTAL, Names.of("员工总数", "总人数", "职工总数", "total staff", "staff"),
            UnitField.PLANNED, Names.of("拟复工人数", "复工人数", "planned staff", "planned"),
            UnitField.OUTSIDE, Names.of("市外返岗人数", "市外人数", "from outside the city", "from outside"),
            UnitField.HIGH_RISK, Names.of("来自高风险地区人数", "高风险地区人数", "from high-risk areas", "from high risk"),
            UnitField.DECLARED, Names.of("已确认健康声明人数", "健康声明人数", "已声明人数", "health declared", "declared")));

    private final UnitEntry entry;
    private final Units units;

    UnitImport(UnitEntry entry, Units units) {
        this.entry = entry;
        this.units = units;
    }

    /** How many were put on the list, how many of those that stood there corrected, and what is wrong in which cell of the others. */
    public record Imported(int entered, int corrected, List<TableProblem> problems) {
    }

    /** Reads a file of at most as many rows as a list holds units. */
    public Imported read(Actor actor, long listId, byte[] file) {
        var list = entry.list(actor, listId);
        var table = Table.read(file, COLUMNS, UnitList.MOST);
        var problems = new ArrayList<TableProblem>(table.problems());
        var seen = new HashSet<String>();
        int entered = 0;
        int corrected = 0;
        for (var row : table.rows()) {
            var reading = UnitReading.of(row::cell);
            reading.problems().forEach(problem -> problems.add(row.problem(problem.field(), problem.fault(), problem.detail())));
            if (!reading.problems().isEmpty()) {
                continue;
            }
            var particulars = reading.particulars();
            if (!seen.add(particulars.creditCode().value())) {
                problems.add(row.problem(UnitField.CODE, UnitFault.TWICE, ""));
                continue;
            }
            try {
                var known = units.findByCreditCode(particulars.creditCode()).filter(unit -> unit.listId() == list.id());
                if (known.isPresent()) {
                    entry.correct(actor, listId, known.get().id(), known.get().version(), particulars);
                    corrected++;
                } else {
                    entry.enter(actor, listId, particulars);
                    entered++;
                }
            } catch (UnitRefused e) {
                problems.add(row.problem(UnitField.CODE, e.fault(), String.valueOf(UnitList.MOST)));
            }
        }
        return new Imported(entered, corrected, List.copyOf(problems));
    }
}
