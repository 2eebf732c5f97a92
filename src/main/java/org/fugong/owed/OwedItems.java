package org.fugong.owed;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fugong.filing.Filing;
import org.fugong.filing.FilingState;
import org.fugong.filing.FilingStep;
import org.fugong.filing.Filings;
import org.fugong.filing.OwedDays;
import org.fugong.filing.OwedItem;
import org.fugong.filing.SuppliedItem;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes each owed item of a filing as a row, anew at each step and in the transaction of it, so that lists can be walked; what was
 * found overdue in the version before a change is not found so once more.
 */
@Component
class OwedItems {

    private static final String ROW = """
            insert into owed_item (filing_id, code, enterprise_id, county, province, state, due_on, days_after_epidemic, not_before,
                supplied_on, overdue_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
                (select before.overdue_at from owed_item before join filing on filing.changes_id = before.filing_id
                    where filing.id = ? and before.code = ?))
            on conflict (filing_id, code) do update set state = excluded.state, due_on = coalesce(excluded.due_on, owed_item.due_on),
                not_before = excluded.not_before, supplied_on = excluded.supplied_on,
                overdue_at = case when owed_item.state = 'WAITING' then excluded.overdue_at else owed_item.overdue_at end""";
    private static final int[] TYPES = {Types.BIGINT, Types.VARCHAR, Types.BIGINT, Types.VARCHAR, Types.VARCHAR, Types.VARCHAR, Types.DATE,
            Types.INTEGER, Types.DATE, Types.DATE, Types.BIGINT, Types.VARCHAR};

    private final JdbcTemplate jdbc;
    private final Filings filings;
    private final OwedDays days;

    OwedItems(JdbcTemplate jdbc, Filings filings, OwedDays days) {
        this.jdbc = jdbc;
        this.filings = filings;
        this.days = days;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FilingStep step) {
        if (!(step instanceof FilingStep.Discarded)) {
            filings.findById(step.filingId()).filter(filing -> filing.state() != FilingState.DRAFT).ifPresent(this::write);
        }
    }

    private void write(Filing filing) {
        var dated = days.of(filing).stream().collect(Collectors.toMap(OwedItem::code, Function.identity()));
        var counted = filing.owed().stream().collect(Collectors.toMap(OwedItem::code, Function.identity()));
        var codes = Stream.concat(dated.keySet().stream(), filing.supplied().stream().map(SuppliedItem::code)).sorted().toList();
        if (!codes.isEmpty()) {
            jdbc.batchUpdate(ROW, codes.stream().map(code -> row(filing, code, dated, counted)).toList(), TYPES);
        }
    }

    private static Object[] row(Filing filing, String code, Map<String, OwedItem> dated, Map<String, OwedItem> counted) {
        var supplied = filing.supplied(code);
        return new Object[]{filing.id(), code, filing.enterpriseId(), filing.county(), filing.province(),
                OwedState.of(filing, code).name(), day(dated.get(code)), after(counted.get(code)), filing.owedSince(),
                supplied == null ? null : supplied.on(), filing.id(), code};
    }

    private static LocalDate day(OwedItem item) {
        return item == null ? null : item.dueOn();
    }

    private static Integer after(OwedItem item) {
        return item == null ? null : item.daysAfterEpidemic();
    }
}
