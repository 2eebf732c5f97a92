package org.fugong.collective;

import org.fugong.web.table.TableFault;

/** What may be wrong with something that was entered of a unit; TWICE, the same code twice in one table. */
public enum UnitFault implements TableFault {

    MISSING, TOO_LONG, CODE, PHONE, COUNT, ABOVE_TOTAL, ABOVE_PLANNED, TWICE, ON_THIS_LIST, ON_ANOTHER_LIST, OPERATOR, FULL, FILED;

    @Override
    public String key() {
        return "listed-unit.fault." + name();
    }
}
