package org.fugong.audit;

import java.util.Map;

/**
 * A list that was taken out of the portal as a table.
 *
 * @param list    which one, in the plural
 * @param county  whose county's; null for a list of the whole province
 * @param filters what it was narrowed to, by the name of the filter
 * @param rows    how many rows were sent
 */
public record ListExport(String list, String county, Map<String, String> filters, long rows) implements Audited {

    @Override
    public String action() {
        return "list.exported";
    }

    @Override
    public String subject() {
        return "list:" + list;
    }

    @Override
    public Map<String, Object> after() {
        return Map.of("filters", filters, "rows", rows);
    }
}
